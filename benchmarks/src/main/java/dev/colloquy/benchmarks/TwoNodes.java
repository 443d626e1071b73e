package dev.colloquy.benchmarks;

import dev.colloquy.benchmarks.load.Call.Scenario;
import dev.colloquy.benchmarks.load.ClosedLoop;
import dev.colloquy.benchmarks.system.Cpu;
import dev.colloquy.benchmarks.system.Server;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;

/** Whether a second node costs the first one anything: the same load on one and shared by both. */
final class TwoNodes {

  private static final double GOAL = 1.10;

  private final Setup setup;
  private final Server first;
  private final Server second;

  private TwoNodes(Setup setup, Server second) {
    this.setup = setup;
    this.first = setup.systems().product();
    this.second = second;
  }

  /** Measures and reports. */
  static void report(Setup setup, Report report) {
    try (Server second = setup.systems().node("node-2")) {
      TwoNodes it = new TwoNodes(setup, second);
      Sides.Side side = Sides.product(setup.world().writer());
      report.add(it.row("list", () -> Sides.lists(side)));
      report.add(it.row("append", () -> Sides.appends(side)));
    }
  }

  private Row row(String title, Supplier<Scenario> scenario) {
    Duration warmUp = setup.options().warmUp().dividedBy(2);
    setup.load(first, scenario.get(), warmUp);
    setup.load(second, scenario.get(), warmUp);
    List<Double> alone = new ArrayList<>();
    List<Double> together = new ArrayList<>();
    for (int round = 1; round <= setup.options().rounds(); round++) {
      setup.systems().settle();
      alone.add(cpu(List.of(first), scenario));
      setup.systems().settle();
      together.add(cpu(List.of(first, second), scenario));
      System.out.printf(
          "round %d  %s: %.1f µs CPU on one, %.1f µs on two%n",
          round, title, alone.getLast(), together.getLast());
    }
    return Row.atMost(
        "P16", title + ": CPU a request, two nodes ÷ one", GOAL, Ratio.of(together, alone));
  }

  /** Of these servers for each request, in microseconds. */
  private double cpu(List<Server> servers, Supplier<Scenario> scenario) {
    long before = used(servers);
    int connections = Options.CONNECTIONS / servers.size();
    long requests =
        servers.stream()
            .map(server -> CompletableFuture.supplyAsync(() -> run(server, connections, scenario)))
            .toList()
            .stream()
            .mapToLong(CompletableFuture::join)
            .sum();
    return (double) (used(servers) - before) / requests;
  }

  private long run(Server server, int connections, Supplier<Scenario> scenario) {
    return ClosedLoop.run(
            setup.vertx(), server.port(), connections, setup.options().slice(), scenario.get())
        .requests();
  }

  private static long used(List<Server> servers) {
    return servers.stream().mapToLong(server -> Cpu.micros(server.pid())).sum();
  }
}
