package dev.colloquy.identity.application;

import dev.colloquy.identity.domain.Admission;
import dev.colloquy.identity.domain.ThrottleKey;
import dev.colloquy.identity.domain.port.out.Throttles;
import dev.colloquy.shared.domain.CommonException.TooManyRequests;
import java.time.Clock;
import java.util.concurrent.CompletionStage;

/** Lets attempts in, unless too many failed before. */
public final class Gate {

  private final Throttles throttles;
  private final Clock clock;

  public Gate(Throttles throttles, Clock clock) {
    this.throttles = throttles;
    this.clock = clock;
  }

  /** Counts the attempt; fails with {@link TooManyRequests} where none is let in. */
  CompletionStage<Admission> enter(ThrottleKey key) {
    return throttles.attempt(key, clock.instant()).thenApply(Gate::admitted);
  }

  /** Takes the attempt back, for it succeeded. */
  CompletionStage<Void> succeeded(ThrottleKey key) {
    return throttles.forgive(key);
  }

  /** Takes all attempts back, for whoever made them has shown who he is. */
  CompletionStage<Void> forget(ThrottleKey key) {
    return throttles.forget(key);
  }

  private static Admission admitted(Admission admission) {
    if (!admission.admitted()) {
      throw new TooManyRequests(admission.blocked());
    }
    return admission;
  }
}
