package dev.colloquy.benchmarks;

import java.util.List;

/**
 * Something that is measured on its own.
 *
 * @param title said while it is measured
 * @param ids of the rows that it brings
 * @param quick whether it takes no longer than somebody waits who is trying
 */
record Part(String title, List<String> ids, boolean quick, Work work) {

  static Part of(String title, Work work, String... ids) {
    return new Part(title, List.of(ids), true, work);
  }

  /** One that a quick run leaves out where it is not asked for. */
  static Part slow(String title, Work work, String... ids) {
    return new Part(title, List.of(ids), false, work);
  }

  /** Measures and reports; throws where an answer was wrong. */
  @FunctionalInterface
  interface Work {

    void measure(Setup setup, Report report);
  }
}
