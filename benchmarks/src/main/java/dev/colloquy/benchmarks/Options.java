package dev.colloquy.benchmarks;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

/**
 * How long and how much.
 *
 * @param slice how long each system is measured in each round
 * @param warmUp how long each scenario runs on each server before anything is measured
 */
record Options(
    boolean quick,
    int rounds,
    Duration slice,
    Duration warmUp,
    Duration delivery,
    int deepMessages) {

  /** HTTP connections. */
  static final int CONNECTIONS = 32;

  /** Connections to the database, for every system: as many as the product's pool has. */
  static final int DATABASE_CONNECTIONS = 16;

  static Options of(List<String> arguments) {
    if (!List.of("--quick").containsAll(arguments)) {
      throw new IllegalArgumentException("./colloquy bench knows --quick only.");
    }
    return arguments.isEmpty()
        ? new Options(
            false,
            5,
            Duration.ofSeconds(5),
            Duration.ofSeconds(30),
            Duration.ofSeconds(20),
            1_000_000)
        : new Options(
            true, 3, Duration.ofSeconds(2), Duration.ofSeconds(5), Duration.ofSeconds(5), 120_000);
  }

  /** Where the report goes: figures of a quick run are for trying, not for showing. */
  Path report(Path home) {
    return quick
        ? home.resolve("benchmarks/target/benchmarks.md")
        : home.resolve("docs/benchmarks.md");
  }

  /** How long listeners of runs are measured. */
  int answeringSeconds() {
    return quick ? 5 : 15;
  }

  /** How far behind the newest message the deep page begins. */
  int depth() {
    return 100_000;
  }
}
