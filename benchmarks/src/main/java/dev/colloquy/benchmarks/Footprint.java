package dev.colloquy.benchmarks;

import dev.colloquy.benchmarks.system.Memory;
import dev.colloquy.benchmarks.system.Server;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** What the server takes of the machine's memory, as {@code ./colloquy start} runs it. */
final class Footprint {

  private static final long IDLE_GOAL = 180;
  private static final long LOADED_GOAL = 320;

  /** How a heap grows differs from start to start. */
  private static final int SERVERS = 3;

  private Footprint() {}

  /** Measures and reports. */
  static void report(Setup setup, Report report) {
    List<Double> idle = new ArrayList<>();
    List<Double> loaded = new ArrayList<>();
    Duration length = setup.options().warmUp();
    for (int server = 1; server <= SERVERS; server++) {
      measure(setup, length, idle, loaded);
      System.out.printf(
          "server %d  idle %.0f MiB, loaded %.0f MiB%n", server, idle.getLast(), loaded.getLast());
    }
    report.add(
        Row.of(
            "P12",
            "RSS idle / after %d s of lists and as long of appends, MiB"
                .formatted(length.toSeconds()),
            "≤ %d / %d".formatted(IDLE_GOAL, LOADED_GOAL),
            "%s / %s".formatted(Ratio.of(idle).shown("%.0f"), Ratio.of(loaded).shown("%.0f")),
            Ratio.of(idle).median() <= IDLE_GOAL && Ratio.of(loaded).median() <= LOADED_GOAL));
  }

  private static void measure(
      Setup setup, Duration length, List<Double> idle, List<Double> loaded) {
    Server server = setup.systems().restart();
    Pause.of(setup.options().seconds(20, 5));
    idle.add((double) Memory.residentMebibytes(server.pid()));
    Sides.Side side = Sides.product(setup.world().writer());
    setup.load(server, Sides.lists(side), length);
    setup.load(server, Sides.appends(side), length);
    loaded.add((double) Memory.residentMebibytes(server.pid()));
  }
}
