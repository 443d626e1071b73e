package dev.colloquy.benchmarks;

import dev.colloquy.benchmarks.ceiling.Ceiling;
import dev.colloquy.benchmarks.ceiling.Workload;
import dev.colloquy.benchmarks.load.Call.Scenario;
import dev.colloquy.benchmarks.load.ClosedLoop;
import dev.colloquy.benchmarks.load.Run;
import dev.colloquy.benchmarks.system.Cpu;
import dev.colloquy.benchmarks.system.Java;
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
  record Figure(double perSecond, double cpu, double p50, double p99) {}

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
  Throughput measure() {
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

  /** This figure of the lane, by rounds. */
  List<Double> of(Lane lane, Function<Figure, Double> figure) {
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

  private Figure load(Java server, Scenario scenario, Duration length) {
    long before = Cpu.micros(server.pid());
    Run run = ClosedLoop.run(vertx, server.port(), Options.CONNECTIONS, length, scenario);
    double cpu = Cpu.micros(server.pid()) - before;
    return new Figure(
        run.perSecond(), cpu / run.requests(), run.percentile(50), run.percentile(99));
  }

  private Figure alone(Workload.Kind kind, String sql, Duration length) {
    boolean list = kind == Workload.Kind.LIST;
    Workload workload =
        new Workload(
            kind,
            sql,
            world.writer().id(),
            list ? 0 : World.FIRST_APPENDED,
            list ? World.LISTED : World.APPENDED);
    return new Figure(ceiling.perSecond(workload, length), 0, 0, 0);
  }
}
