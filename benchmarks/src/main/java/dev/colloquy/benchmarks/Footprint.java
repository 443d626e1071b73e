package dev.colloquy.benchmarks;

import dev.colloquy.benchmarks.system.Memory;
import dev.colloquy.benchmarks.system.Server;
import java.time.Duration;

/** What the server takes of the machine's memory, as {@code ./colloquy start} runs it. */
final class Footprint {

  private static final long IDLE_GOAL = 180;
  private static final long LOADED_GOAL = 320;

  private Footprint() {}

  /** Measures and reports. */
  static void report(Setup setup, Report report) {
    Server server = setup.systems().restart();
    Pause.of(setup.options().seconds(20, 5));
    long idle = Memory.residentMebibytes(server.pid());
    Sides.Side side = Sides.product(setup.world().writer());
    Duration length = setup.options().warmUp();
    setup.load(server, Sides.lists(side), length);
    setup.load(server, Sides.appends(side), length);
    long loaded = Memory.residentMebibytes(server.pid());
    report.add(
        Row.of(
            "P12",
            "RSS idle / after %d s of lists and as long of appends, MiB"
                .formatted(length.toSeconds()),
            "≤ %d / %d".formatted(IDLE_GOAL, LOADED_GOAL),
            "%d / %d".formatted(idle, loaded),
            idle <= IDLE_GOAL && loaded <= LOADED_GOAL));
  }
}
