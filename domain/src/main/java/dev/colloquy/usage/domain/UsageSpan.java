package dev.colloquy.usage.domain;

import dev.colloquy.shared.domain.InvalidValue;
import java.time.Duration;
import java.time.Instant;

/**
 * From when to when calls are looked at, by when they were asked for.
 *
 * @param from inclusive
 * @param to exclusive
 */
public record UsageSpan(Instant from, Instant to) {

  /** A year, leap days included. */
  public static final Duration LONGEST = Duration.ofDays(366);

  public UsageSpan {
    if (to.isBefore(from)) {
      throw new InvalidValue("must not be before from");
    }
    if (Duration.between(from, to).compareTo(LONGEST) > 0) {
      throw new InvalidValue("must be at most " + LONGEST.toDays() + " days after from");
    }
  }
}
