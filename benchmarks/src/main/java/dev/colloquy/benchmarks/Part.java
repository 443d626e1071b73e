package dev.colloquy.benchmarks;

import java.util.List;

/**
 * Something that is measured on its own.
 *
 * @param title said while it is measured
 * @param ids of the rows that it brings
 */
record Part(String title, List<String> ids, Work work) {

  static Part of(String title, Work work, String... ids) {
    return new Part(title, List.of(ids), work);
  }

  /** Measures and reports; throws where an answer was wrong. */
  @FunctionalInterface
  interface Work {

    void measure(Setup setup, Report report);
  }
}
