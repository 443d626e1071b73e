package dev.colloquy.identity.domain.port.in;

import dev.colloquy.identity.domain.Password;
import dev.colloquy.shared.domain.Actor;
import java.util.concurrent.CompletionStage;

/** Gives an account another password; for its user in person. */
public interface ChangePassword {

  /**
   * Ends all sessions of the user but the one that asks.
   *
   * <p>Fails with {@code AccessDenied} for API keys, with {@code ValidationError} at {@code
   * /current_password} where that is wrong, and with {@code TooManyRequests} where it was wrong too
   * often.
   */
  CompletionStage<Void> handle(Command command);

  record Command(Actor.OfUser actor, Password current, Password wanted) {}
}
