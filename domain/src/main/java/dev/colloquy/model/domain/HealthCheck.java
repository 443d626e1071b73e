package dev.colloquy.model.domain;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * How a provider did when it was last tried.
 *
 * @param latency until it had answered, or until it had not
 * @param failure empty where it answered
 */
public record HealthCheck(Instant at, Duration latency, Optional<Failure> failure) {

  /**
   * Why it did not.
   *
   * @param code as runs name it
   * @param detail a sentence of Colloquy's own
   */
  public record Failure(String code, String detail) {

    public static Failure of(ModelCallFailed call) {
      return new Failure(call.fault().code(), call.sentence());
    }
  }

  public boolean isOk() {
    return failure.isEmpty();
  }

  /** Whether it came to the same. */
  boolean isLike(HealthCheck other) {
    return failure.map(Failure::code).equals(other.failure.map(Failure::code));
  }
}
