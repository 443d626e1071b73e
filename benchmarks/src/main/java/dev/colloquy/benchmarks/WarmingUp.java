package dev.colloquy.benchmarks;

import dev.colloquy.benchmarks.load.Call.Scenario;
import dev.colloquy.benchmarks.system.Server;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * How long a fresh server takes until it is as fast as it gets, with what it learnt at its build.
 */
final class WarmingUp {

  private static final double STEADY = 0.9;
  private static final double GOAL = 0.5;

  /** So many of a run's tenths of a second make a moment. */
  private static final int MOMENT = 10;

  private final Setup setup;
  private final Duration length;

  private WarmingUp(Setup setup) {
    this.setup = setup;
    this.length = setup.options().seconds(30, 15);
  }

  /** Measures and reports. */
  static void report(Setup setup, Report report) {
    WarmingUp it = new WarmingUp(setup);
    List<Double> cached = new ArrayList<>();
    List<Double> plain = new ArrayList<>();
    for (int round = 1; round <= (setup.options().quick() ? 1 : 3); round++) {
      List<Integer> without = it.run("-XX:AOTMode=off");
      List<Integer> with = it.run("");
      double steady = steady(without);
      plain.add(reached(without, steady));
      cached.add(reached(with, steady));
      System.out.printf(
          "round %d  steady %.0f/s, with the cache %.0f/s; 90 %% of the first after %.1f s, with the cache %.1f s%n",
          round, steady * 10, steady(with) * 10, plain.getLast(), cached.getLast());
    }
    report.add(
        Row.of(
            "P13",
            "seconds of load to 90 % of steady throughput, AOT cache ÷ none",
            "≤ " + GOAL,
            Ratio.of(cached, plain).shown(Row.RATIO)
                + Row.text(": %.1f ÷ %.1f s", Ratio.of(cached).median(), Ratio.of(plain).median()),
            Ratio.of(cached, plain).median() <= GOAL));
  }

  /** Answers in each tenth of a second from a fresh server's first request on. */
  private List<Integer> run(String flags) {
    try (Server server = setup.systems().node("node-2", Map.of("JAVA_OPTS", flags))) {
      Scenario lists = Sides.lists(Sides.product(setup.world().writer()));
      return setup.load(server, lists, length).byTenths();
    }
  }

  /** Answers a tenth of a second in the last quarter. */
  private static double steady(List<Integer> tenths) {
    return mean(tenths.subList(tenths.size() * 3 / 4, tenths.size()));
  }

  /** Seconds until the end of the first moment that is nearly as fast. */
  private static double reached(List<Integer> tenths, double steady) {
    int end = MOMENT;
    while (end < tenths.size() && mean(tenths.subList(end - MOMENT, end)) < STEADY * steady) {
      end++;
    }
    return end / 10.0;
  }

  private static double mean(List<Integer> tenths) {
    return tenths.stream().mapToInt(Integer::intValue).average().orElse(0);
  }
}
