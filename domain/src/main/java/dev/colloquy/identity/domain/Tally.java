package dev.colloquy.identity.domain;

import java.time.Duration;
import java.time.Instant;

/**
 * A counter of failures. An attempt counts as one from its beginning and is forgiven when it
 * succeeds: counted afterwards, a hundred attempts at once would all pass.
 */
public record Tally(int failures, Instant lastAt, Instant blockedUntil) {

  /** The counter of somebody who has never failed. */
  public static Tally clean(Instant now) {
    return new Tally(0, now, now);
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
    return new Tally(counted, now, now.plus(backoff.blockAfter(counted)));
  }

  /** Takes one attempt back. */
  public Tally forgive(Backoff backoff, Instant now) {
    int counted = Math.max(0, failures - 1);
    return new Tally(counted, lastAt, counted < backoff.free() ? now : blockedUntil);
  }

  /** What the counter says to an attempt, {@code this} being the counter before it. */
  public Admission admit(Backoff backoff, Instant now) {
    if (isBlocked(now)) {
      return new Admission(false, 0, Duration.between(now, blockedUntil));
    }
    Tally after = count(backoff, now);
    return new Admission(
        true,
        Math.max(0, backoff.free() - after.failures()),
        Duration.between(now, after.blockedUntil()));
  }
}
