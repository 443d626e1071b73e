package dev.colloquy.identity.domain.port.out;

import dev.colloquy.shared.domain.LoginSessionId;
import java.util.concurrent.CompletionStage;

/**
 * Which sessions have ended while their access tokens still live. Every node keeps them in memory
 * and catches up each second, so that no request has to ask.
 */
public interface Revocations {

  /**
   * Reads what has been revoked since the last time. Called each second, and by whoever has just
   * ended a session, so that it is over on this node at once. Fails with {@code DatabaseError}.
   */
  CompletionStage<Void> catchUp();

  /**
   * Whether the session was ended. Answers from memory; asks the database where the last time that
   * catching up succeeded is more than two seconds ago, and then fails with {@code DatabaseError}
   * where it is away.
   */
  CompletionStage<Boolean> isRevoked(LoginSessionId session);
}
