package dev.colloquy.identity.domain.port.in;

import dev.colloquy.shared.domain.Actor;
import dev.colloquy.shared.domain.LoginSessionId;
import java.util.concurrent.CompletionStage;

/**
 * Ends login sessions; for their user in person. Their access tokens stop working at once on this
 * node and within two seconds on every other. All fail with {@code AccessDenied} for API keys.
 */
public interface EndSessions {

  /** Ends the session that the actor has logged in with. */
  CompletionStage<Void> logout(Actor.OfUser actor);

  /** Ends all sessions of the actor. */
  CompletionStage<Void> logoutAll(Actor.OfUser actor);

  /** Ends one session of the actor; fails with {@code NotFound} where it does not live. */
  CompletionStage<Void> end(Actor.OfUser actor, LoginSessionId session);
}
