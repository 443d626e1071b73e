package dev.colloquy.benchmarks;

import dev.colloquy.benchmarks.system.Server;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** From {@code ./colloquy start} to the first 200 of its readiness. */
final class Starts {

  private static final List<Double> GOALS = List.of(1.0, 2.5, 12.0);

  private Starts() {}

  /** Measures and reports. */
  static void report(Setup setup, Report report) {
    Systems systems = setup.systems();
    List<Double> external = new ArrayList<>();
    List<Double> embedded = new ArrayList<>();
    List<Double> first = new ArrayList<>();
    seconds(systems.node("node-2"));
    seconds(systems.alone("embedded", Map.of()));
    for (int round = 1; round <= setup.options().rounds(); round++) {
      external.add(seconds(systems.node("node-2")));
      embedded.add(seconds(systems.alone("embedded", Map.of())));
      first.add(seconds(systems.alone("embedded-" + round, Map.of())));
      System.out.printf(
          "round %d  external %.2f s, embedded %.2f s, its first run %.2f s%n",
          round, external.getLast(), embedded.getLast(), first.getLast());
    }
    List<Ratio> all = List.of(Ratio.of(external), Ratio.of(embedded), Ratio.of(first));
    boolean reached = true;
    for (int i = 0; i < all.size(); i++) {
      reached &= all.get(i).median() <= GOALS.get(i);
    }
    report.add(
        Row.of(
            "P11",
            "start to the first 200, s: external PostgreSQL · embedded · embedded, its first run",
            "≤ 1.0 · 2.5 · 12",
            all.get(0).shown("%.2f")
                + " · "
                + all.get(1).shown("%.2f")
                + " · "
                + all.get(2).shown("%.2f"),
            reached));
  }

  private static double seconds(Server server) {
    server.close();
    return server.toFirstAnswer().toNanos() / 1e9;
  }
}
