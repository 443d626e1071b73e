package dev.colloquy.identity.domain;

import java.time.Duration;

/**
 * How a counter answers an attempt.
 *
 * @param admitted whether the attempt may go on
 * @param remaining how many more attempts are let pass if this one fails
 * @param blocked how long nothing more is admitted; zero while attempts remain
 */
public record Admission(boolean admitted, int remaining, Duration blocked) {

  /** Whether the failure of this attempt is the one that blocks the next. */
  public boolean isLast() {
    return admitted && !blocked.isZero();
  }
}
