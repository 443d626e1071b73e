package dev.colloquy.benchmarks;

import dev.colloquy.benchmarks.load.Call.Scenario;
import dev.colloquy.benchmarks.load.ClosedLoop;
import dev.colloquy.benchmarks.load.Run;
import io.vertx.core.Vertx;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/** Whether a conversation's length shows: the same request where it is long and where it is not. */
final class Depth {

  /** Few, for all appends to one conversation wait for each other. */
  private static final int CONNECTIONS = 4;

  private final Vertx vertx;
  private final Systems systems;
  private final Sides.Side side;
  private final Options options;

  Depth(Vertx vertx, Systems systems, World world, Options options) {
    this.vertx = vertx;
    this.systems = systems;
    this.side = Sides.product(world.writer());
    this.options = options;
  }

  /** Measures and reports. */
  static void report(Setup setup, Report report) {
    Options options = setup.options();
    Depth depth = new Depth(setup.vertx(), setup.systems(), setup.world(), options);
    report.add(
        Row.atMost(
            "P14",
            "page %,d messages back ÷ newest page, time".formatted(options.depth()),
            1.2,
            depth.pages()));
    report.add(
        Row.atMost(
            "P14",
            "append to a conversation of %,d messages ÷ of 100, time"
                .formatted(options.deepMessages()),
            1.1,
            depth.appends()));
  }

  /** Time of a page far back over that of the newest. */
  private Ratio pages() {
    UUID deep = World.conversation(World.DEEP);
    int before = options.deepMessages() - options.depth();
    List<Double> far = new ArrayList<>();
    List<Double> near = new ArrayList<>();
    for (int round = 0; round <= options.rounds(); round++) {
      far.add(time(Sides.page(side, deep, "&before=" + before)));
      near.add(time(Sides.page(side, deep, "")));
    }
    return Ratio.of(warm(far), warm(near));
  }

  /** Time of an append to a long conversation over that to a short one. */
  private Ratio appends() {
    List<Double> deep = new ArrayList<>();
    List<Double> shallow = new ArrayList<>();
    for (int round = 0; round <= options.rounds(); round++) {
      deep.add(time(() -> Sides.append(side, World.conversation(World.DEEP))));
      systems.settle();
      shallow.add(time(() -> Sides.append(side, World.conversation(World.SHALLOW))));
      systems.settle();
    }
    return Ratio.of(warm(deep), warm(shallow));
  }

  private double time(Scenario scenario) {
    Run run =
        ClosedLoop.run(
            vertx, systems.product().port(), CONNECTIONS, options.slice().dividedBy(2), scenario);
    return 1 / run.perSecond();
  }

  /** Without the first round. */
  private static List<Double> warm(List<Double> rounds) {
    return rounds.subList(1, rounds.size());
  }
}
