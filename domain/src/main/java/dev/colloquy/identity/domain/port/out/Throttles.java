package dev.colloquy.identity.domain.port.out;

import dev.colloquy.identity.domain.Admission;
import dev.colloquy.identity.domain.ThrottleKey;
import java.time.Instant;
import java.util.concurrent.CompletionStage;

/**
 * The counters of failed attempts, shared by all nodes. Each call is one statement of its own,
 * outside a unit of work: a count must outlive the refusal that follows it.
 */
public interface Throttles {

  /** Counts an attempt, unless the counter is blocked. */
  CompletionStage<Admission> attempt(ThrottleKey key, Instant now);

  /** What the next attempt would be told. */
  CompletionStage<Admission> look(ThrottleKey key, Instant now);

  /** Takes one attempt back. */
  CompletionStage<Void> forgive(ThrottleKey key);

  /** Takes all attempts back. */
  CompletionStage<Void> forget(ThrottleKey key);
}
