package dev.colloquy.identity.domain;

import java.time.Duration;
import java.time.Instant;

/**
 * A counter of failures. An attempt counts as one from its beginning and is forgiven when it
 * succeeds: counted afterwards, a hundred attempts at once would all pass.
 */
public record Tally(int failures, Instant lastAt, Instant blockedUntil) {

  /**
   * Not the time of the last attempt: nodes' clocks, and attempts side by side, differ a little.
   */
  private static final Instant NEVER = Instant.EPOCH;

  /** The counter of somebody who has never failed. */
  public static Tally clean(Instant now) {
    return new Tally(0, now, NEVER);
  }

  public boolean isBlocked(Instant now) {
    return now.isBefore(blockedUntil);
  }

  /** Counts an attempt; one that is blocked changes nothing, lest a block never end. */
  public Tally count(Backoff backoff, Instant now) {
    if (isBlocked(now)) {
      return this;
    }
    boolean forgotten = now.isAfter(lastAt.plus(backoff.forgottenAfter()));
    int counted = (forgotten ? 0 : failures) + 1;
    return new Tally(counted, now, blockedUntil(backoff, counted, now));
  }

  /** Takes one attempt back. */
  public Tally forgive(Backoff backoff) {
    int counted = Math.max(0, failures - 1);
    return new Tally(counted, lastAt, counted < backoff.free() ? NEVER : blockedUntil);
  }

  /** What the counter says to an attempt, {@code this} being the counter before it. */
  public Admission admit(Backoff backoff, Instant now) {
    if (isBlocked(now)) {
      return new Admission(false, 0, Duration.between(now, blockedUntil));
    }
    Tally after = count(backoff, now);
    return after.admitted(backoff, now);
  }

  /** What the counter says to the attempt it has just counted. */
  public Admission admitted(Backoff backoff, Instant now) {
    Duration blocked = isBlocked(now) ? Duration.between(now, blockedUntil) : Duration.ZERO;
    return new Admission(true, Math.max(0, backoff.free() - failures), blocked);
  }

  private static Instant blockedUntil(Backoff backoff, int failures, Instant now) {
    Duration block = backoff.blockAfter(failures);
    return block.isZero() ? NEVER : now.plus(block);
  }
}
