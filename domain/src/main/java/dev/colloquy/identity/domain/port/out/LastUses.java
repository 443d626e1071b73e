package dev.colloquy.identity.domain.port.out;

import dev.colloquy.shared.domain.ApiKeyId;
import dev.colloquy.shared.domain.LoginSessionId;
import java.time.Instant;
import java.util.concurrent.CompletionStage;

/**
 * When sessions and keys were last used. Noting touches memory alone and does not fail; what was
 * noted is written together every now and then, and at worst lost with the node.
 */
public interface LastUses {

  CompletionStage<Void> note(LoginSessionId session, Instant at);

  CompletionStage<Void> note(ApiKeyId key, Instant at);

  /** Writes what was noted since the last time. Fails with {@code DatabaseError}. */
  CompletionStage<Void> write();
}
