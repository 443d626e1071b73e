package dev.colloquy.benchmarks;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What is measured, and how long.
 *
 * @param quick for trying: everything shorter, and less of it
 * @param wanted the ids of the rows asked for; empty for all
 */
record Options(boolean quick, Set<String> wanted) {

  /** HTTP connections. */
  static final int CONNECTIONS = 32;

  /** Connections to the database, for every system: as many as the product's pool has. */
  static final int DATABASE_CONNECTIONS = 16;

  private static final String QUICK = "--quick";

  /** Throws where it does not understand one of them. */
  static Options of(List<String> arguments) {
    Set<String> known = Parts.ids();
    Set<String> wanted =
        arguments.stream()
            .filter(it -> !it.equals(QUICK))
            .map(it -> it.toUpperCase(Locale.ROOT))
            .collect(Collectors.toUnmodifiableSet());
    if (!known.containsAll(wanted)) {
      throw new IllegalArgumentException(
          "./colloquy bench knows %s and the measures %s.".formatted(QUICK, known));
    }
    return new Options(arguments.contains(QUICK), wanted);
  }

  boolean wants(Part part) {
    return wanted.isEmpty()
        ? part.quick() || !quick
        : part.ids().stream().anyMatch(wanted::contains);
  }

  /** Where the report goes: what is quick or not whole is for trying, not for showing. */
  Path folder(Path home) {
    return home.resolve(quick || !wanted.isEmpty() ? "benchmarks/target/report" : "docs");
  }

  /** As it was asked for. */
  String command() {
    return "./colloquy bench"
        + (quick ? " " + QUICK : "")
        + wanted.stream().sorted().map(it -> " " + it).collect(Collectors.joining());
  }

  int rounds() {
    return quick ? 3 : 5;
  }

  /** How long each system is measured in each round. */
  Duration slice() {
    return seconds(5, 2);
  }

  /** How long each server is warmed up before anything is measured. */
  Duration warmUp() {
    return seconds(30, 5);
  }

  Duration delivery() {
    return seconds(20, 5);
  }

  int deepMessages() {
    return quick ? 120_000 : 1_000_000;
  }

  /** How far behind the newest message the deep page begins. */
  int depth() {
    return 100_000;
  }

  /** A length for a full and for a quick run. */
  Duration seconds(int whole, int trying) {
    return Duration.ofSeconds(quick ? trying : whole);
  }
}
