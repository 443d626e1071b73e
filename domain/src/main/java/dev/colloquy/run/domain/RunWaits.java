package dev.colloquy.run.domain;

import java.time.Instant;
import java.util.Optional;

/**
 * How often a run waited for an approval.
 *
 * @param lastAttempt the one that waited last; 0 where none did
 * @param resumedAt when it last went on
 */
public record RunWaits(int count, int lastAttempt, Optional<Instant> resumedAt) {

  public static final RunWaits NONE = new RunWaits(0, 0, Optional.empty());

  RunWaits oneMore(int attempt) {
    return new RunWaits(count + 1, attempt, resumedAt);
  }

  RunWaits over(Instant now) {
    return new RunWaits(count, lastAttempt, Optional.of(now));
  }
}
