package dev.colloquy.shared.domain.port.out;

import dev.colloquy.shared.domain.Rendered;
import dev.colloquy.shared.domain.UserId;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.CompletionStage;

/** The record of requests that are to have their effect once. Inside a unit of work only. */
public interface Attempts {

  /**
   * Takes the key until the unit of work ends.
   *
   * @return false where another unit of work has it
   */
  CompletionStage<Boolean> claim(UserId user, String key);

  /** What the key was used for, unless that is forgotten at {@code now}. */
  CompletionStage<Optional<Kept>> find(UserId user, String key, Instant now);

  /** Remembers the answer until {@code expiresAt}, in place of an expired one. */
  CompletionStage<Void> keep(
      UserId user, String key, String fingerprint, Rendered answer, Instant expiresAt);

  /** An answer and the request it belongs to. */
  record Kept(String fingerprint, Rendered answer) {}
}
