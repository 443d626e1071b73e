package dev.colloquy.identity.domain.port.out;

import dev.colloquy.identity.domain.SigningKey;
import dev.colloquy.shared.domain.Change;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CompletionStage;

/** The stored key pairs; exactly one signs, once there is one. */
public interface SigningKeys {

  /** The keys whose tokens are accepted at {@code now}, the one that signs first. */
  CompletionStage<List<SigningKey>> verifying(Instant now);

  /** Writes the first key, unless another node was faster; only inside a unit of work. */
  CompletionStage<Void> addFirst(SigningKey key);

  /**
   * Writes a new key that signs from now on, until when the tokens of the one before are accepted,
   * and the events; forgets keys that have long retired. Only inside a unit of work.
   *
   * @return fails with {@code Conflict} where somebody else rotates at the same time
   */
  CompletionStage<SigningKey> rotate(Change<SigningKey> next, Instant predecessorRetiresAt);
}
