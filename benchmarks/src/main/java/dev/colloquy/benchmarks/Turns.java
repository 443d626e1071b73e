package dev.colloquy.benchmarks;

import dev.colloquy.benchmarks.load.Call.Scenario;
import dev.colloquy.benchmarks.load.Run;
import dev.colloquy.benchmarks.plot.BarChart;
import dev.colloquy.benchmarks.system.Cpu;
import dev.colloquy.benchmarks.system.Server;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/** One kind of request, asked of several servers in turns. */
final class Turns {

  private final String title;
  private final Setup setup;
  private final Map<String, List<Figure>> figures = new LinkedHashMap<>();

  Turns(String title, Setup setup) {
    this.title = title;
    this.setup = setup;
  }

  private record Figure(double perSecond, double cpu, double p99) {}

  /** Not counted. */
  void warmUp(Server server, Scenario scenario) {
    setup.load(server, scenario, setup.options().warmUp().dividedBy(2));
  }

  /** The next turn of the server of this name. */
  void take(String name, Server server, Scenario scenario) {
    long before = Cpu.micros(server.pid());
    Run run = setup.load(server, scenario, setup.options().slice());
    double cpu = (double) (Cpu.micros(server.pid()) - before) / run.requests();
    figures
        .computeIfAbsent(name, first -> new ArrayList<>())
        .add(new Figure(run.perSecond(), cpu, run.percentile(99)));
    System.out.printf(
        "%-7s %-28s %8.0f/s  %8.1f µs CPU  p99 %.1f ms%n",
        title, name, run.perSecond(), cpu, run.percentile(99));
  }

  /** Requests a second of one over those of another, by rounds. */
  Ratio ratio(String dividend, String divisor) {
    return Ratio.of(of(dividend, Figure::perSecond), of(divisor, Figure::perSecond));
  }

  /** As lines of a table: requests a second, CPU a request in microseconds, p99 in milliseconds. */
  List<List<String>> lines() {
    return figures.keySet().stream()
        .map(
            name ->
                List.of(
                    name + ", " + title,
                    Ratio.of(of(name, Figure::perSecond)).shown("%.0f"),
                    Ratio.of(of(name, Figure::cpu)).shown("%.0f"),
                    Ratio.of(of(name, Figure::p99)).shown("%.1f")))
        .toList();
  }

  /** Requests a second. */
  BarChart.Group plotted() {
    return new BarChart.Group(
        title,
        figures.keySet().stream()
            .map(
                name ->
                    new BarChart.Bar(
                        name, List.of(Ratio.of(of(name, Figure::perSecond)).plotted())))
            .toList());
  }

  private List<Double> of(String name, Function<Figure, Double> figure) {
    return figures.getOrDefault(name, List.of()).stream().map(figure).toList();
  }
}
