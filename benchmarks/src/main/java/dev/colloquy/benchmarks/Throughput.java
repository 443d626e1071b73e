package dev.colloquy.benchmarks;

import dev.colloquy.benchmarks.ceiling.Ceiling;
import dev.colloquy.benchmarks.ceiling.Workload;
import dev.colloquy.benchmarks.load.Call.Scenario;
import dev.colloquy.benchmarks.load.ClosedLoop;
import dev.colloquy.benchmarks.load.Run;
import dev.colloquy.benchmarks.plot.BarChart;
import dev.colloquy.benchmarks.system.Cpu;
import dev.colloquy.benchmarks.system.Server;
import dev.colloquy.conversation.adapter.persistence.HotStatements;
import io.vertx.core.Vertx;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/** Lists and appends by product, reference and database, in turns. */
final class Throughput {

  /** What is measured in each round. */
  enum Lane {
    PRODUCT_LIST("Colloquy, list 50"),
    REFERENCE_LIST("reference, list 50"),
    CEILING_LIST("database alone, list 50"),
    PRODUCT_APPEND("Colloquy, append"),
    REFERENCE_APPEND("reference, append"),
    CEILING_APPEND("database alone, append"),
    CEILING_APPEND_SILENT("database alone, append without its event");

    final String title;

    Lane(String title) {
      this.title = title;
    }
  }

  /**
   * A lane's figures in one round.
   *
   * @param cpu of the server for each request, in microseconds; 0 where there is none
   */
  record Figure(double perSecond, double cpu, double p50, double p90, double p99, double p999) {}

  private final Vertx vertx;
  private final Systems systems;
  private final World world;
  private final Ceiling ceiling;
  private final Options options;
  private final Map<Lane, List<Figure>> figures = new EnumMap<>(Lane.class);

  Throughput(Vertx vertx, Systems systems, World world, Ceiling ceiling, Options options) {
    this.vertx = vertx;
    this.systems = systems;
    this.world = world;
    this.ceiling = ceiling;
    this.options = options;
  }

  /** Warms both servers, then measures all lanes in each round. */
  private Throughput measure() {
    for (Lane lane :
        List.of(
            Lane.PRODUCT_LIST, Lane.REFERENCE_LIST, Lane.PRODUCT_APPEND, Lane.REFERENCE_APPEND)) {
      figure(lane, options.warmUp().dividedBy(2));
    }
    for (int round = 1; round <= options.rounds(); round++) {
      for (Lane lane : Lane.values()) {
        systems.settle();
        Figure figure = figure(lane, options.slice());
        figures.computeIfAbsent(lane, first -> new ArrayList<>()).add(figure);
        System.out.printf(
            "round %d  %-42s %8.0f/s  %6.1f µs CPU  p99 %.1f ms%n",
            round, lane.title, figure.perSecond(), figure.cpu(), figure.p99());
      }
    }
    return this;
  }

  /** Measures and reports. */
  static void report(Setup setup, Report report) {
    Throughput it =
        new Throughput(
                setup.vertx(), setup.systems(), setup.world(), setup.ceiling(), setup.options())
            .measure();
    it.rows().forEach(report::add);
    report.add(it.table());
    report.add(
        "throughput",
        it.plot("Throughput", "requests a second", List.of(""), List.of(Figure::perSecond)));
    report.add(
        "latency",
        it.plot(
            "Latency at full load",
            "ms",
            List.of("p50", "p90", "p99", "p99.9"),
            List.of(Figure::p50, Figure::p90, Figure::p99, Figure::p999)));
  }

  /** Half of what it can take of appends, a second; measured in brief. */
  static double halfLoad(Setup setup) {
    Throughput it =
        new Throughput(
            setup.vertx(), setup.systems(), setup.world(), setup.ceiling(), setup.options());
    it.figure(Lane.PRODUCT_APPEND, setup.options().slice());
    return it.figure(Lane.PRODUCT_APPEND, setup.options().slice()).perSecond() / 2;
  }

  private List<Row> rows() {
    List<Double> list = of(Lane.PRODUCT_LIST, Figure::perSecond);
    List<Double> append = of(Lane.PRODUCT_APPEND, Figure::perSecond);
    List<Double> ceiling = of(Lane.CEILING_APPEND, Figure::perSecond);
    return List.of(
        Row.atMost(
            "P1",
            "list 50 messages: CPU a request ÷ the reference's",
            2.0,
            Ratio.of(of(Lane.PRODUCT_LIST, Figure::cpu), of(Lane.REFERENCE_LIST, Figure::cpu))),
        Row.atLeast(
            "P2",
            "list 50 messages: requests a second ÷ the database's alone",
            0.30,
            Ratio.of(list, of(Lane.CEILING_LIST, Figure::perSecond))),
        Row.atLeast(
            "P3",
            "append: requests a second ÷ the database's alone",
            0.45,
            Ratio.of(append, ceiling)),
        Row.atMost(
            "P4",
            "append: CPU a request ÷ the reference's",
            2.5,
            Ratio.of(of(Lane.PRODUCT_APPEND, Figure::cpu), of(Lane.REFERENCE_APPEND, Figure::cpu))),
        Row.atLeast(
            "P5",
            "append with its event, while the feed is ordered ÷ without (the database alone)",
            0.90,
            Ratio.of(ceiling, of(Lane.CEILING_APPEND_SILENT, Figure::perSecond))));
  }

  private Report.Table table() {
    List<List<String>> lines = new ArrayList<>();
    lines.add(List.of("", "requests a second", "CPU a request, µs", "p50, ms", "p99, ms"));
    for (Lane lane : Lane.values()) {
      lines.add(
          List.of(
              lane.title,
              Ratio.of(of(lane, Figure::perSecond)).shown("%.0f"),
              shownIfAny(of(lane, Figure::cpu), "%.0f"),
              shownIfAny(of(lane, Figure::p50), "%.1f"),
              shownIfAny(of(lane, Figure::p99), "%.1f")));
    }
    return new Report.Table("The figures behind P1–P5", lines);
  }

  private BarChart plot(
      String title, String unit, List<String> series, List<Function<Figure, Double>> figures) {
    return new BarChart(
        title,
        unit,
        series,
        List.of(
            group("list 50 messages", "list", figures), group("append one", "append", figures)));
  }

  private BarChart.Group group(String title, String kind, List<Function<Figure, Double>> figures) {
    List<BarChart.Bar> bars = new ArrayList<>();
    for (Lane lane : Lane.values()) {
      List<BarChart.Value> values =
          figures.stream().map(it -> Ratio.of(of(lane, it)).plotted()).toList();
      if (lane.title.contains(kind) && values.getFirst().max() > 0) {
        bars.add(new BarChart.Bar(lane.title.replaceFirst(", (list 50|append)", ""), values));
      }
    }
    return new BarChart.Group(title, bars);
  }

  private static String shownIfAny(List<Double> figures, String format) {
    return figures.stream().allMatch(it -> it == 0) ? "–" : Ratio.of(figures).shown(format);
  }

  /** This figure of the lane, by rounds. */
  private List<Double> of(Lane lane, Function<Figure, Double> figure) {
    return figures.getOrDefault(lane, List.of()).stream().map(figure).toList();
  }

  private Figure figure(Lane lane, Duration length) {
    return switch (lane) {
      case PRODUCT_LIST -> load(systems.product(), Sides.lists(product()), length);
      case PRODUCT_APPEND -> load(systems.product(), Sides.appends(product()), length);
      case REFERENCE_LIST -> load(systems.reference(), Sides.lists(reference()), length);
      case REFERENCE_APPEND -> load(systems.reference(), Sides.appends(reference()), length);
      case CEILING_LIST -> alone(Workload.Kind.LIST, HotStatements.list(), length);
      case CEILING_APPEND -> alone(Workload.Kind.APPEND, HotStatements.append(), length);
      case CEILING_APPEND_SILENT ->
          alone(Workload.Kind.APPEND, HotStatements.appendWithoutEvent(), length);
    };
  }

  private Sides.Side product() {
    return Sides.product(world.writer());
  }

  private Sides.Side reference() {
    return Sides.reference(world.writer());
  }

  private Figure load(Server server, Scenario scenario, Duration length) {
    long before = Cpu.micros(server.pid());
    Run run = ClosedLoop.run(vertx, server.port(), Options.CONNECTIONS, length, scenario);
    double cpu = Cpu.micros(server.pid()) - before;
    return new Figure(
        run.perSecond(),
        cpu / run.requests(),
        run.percentile(50),
        run.percentile(90),
        run.percentile(99),
        run.percentile(99.9));
  }

  private Figure alone(Workload.Kind kind, String sql, Duration length) {
    return new Figure(ceiling.perSecond(world.workload(kind, sql), length), 0, 0, 0, 0, 0);
  }
}
