package dev.colloquy.shared.domain;

import java.util.Optional;

/**
 * Which part of a list is wanted.
 *
 * @param limit how many items at the most, from 1 to 200
 * @param after where an earlier page ended; empty for the first page
 */
public record PageRequest(int limit, Optional<Cursor> after) {

  /** The most that one page holds. */
  public static final int MAX_LIMIT = 200;

  /** How many items a page holds where the caller does not say. */
  public static final int DEFAULT_LIMIT = 50;

  public PageRequest {
    if (limit < 1 || limit > MAX_LIMIT) {
      throw new InvalidValue("must be from 1 to " + MAX_LIMIT);
    }
  }

  /** The first page, of the usual size. */
  public static PageRequest first() {
    return new PageRequest(DEFAULT_LIMIT, Optional.empty());
  }
}
