package dev.colloquy.benchmarks.ceiling;

import java.util.UUID;

/**
 * A statement and where its parameters come from.
 *
 * @param first the number of the first conversation it is run on
 * @param count on how many after that, by chance
 */
public record Workload(Kind kind, String sql, UUID user, int first, int count) {

  /** Which parameters a statement takes. */
  public enum Kind {
    LIST,
    APPEND
  }
}
