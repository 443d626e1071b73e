package dev.colloquy.shared.domain;

import java.time.Duration;

/** A refusal that does not last: HTTP's {@code Retry-After} (RFC 9110, 10.2.3). */
public interface RetryAfter {

  /** After how long it is worth asking again. */
  Duration retryAfter();
}
