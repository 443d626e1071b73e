package dev.colloquy.identity.domain.port.out;

import dev.colloquy.identity.domain.LoginSession;
import dev.colloquy.identity.domain.PresentedToken;
import dev.colloquy.identity.domain.SecretHash;
import dev.colloquy.shared.domain.Change;
import dev.colloquy.shared.domain.LoginSessionId;
import dev.colloquy.shared.domain.UserId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletionStage;

/** The login sessions and their families of refresh tokens. Written inside a unit of work. */
public interface LoginSessions {

  /** Writes a new session, its events and its first refresh token. */
  CompletionStage<LoginSession> add(Change<LoginSession> started, SecretHash firstToken);

  /** The session of this user, whether it still lives or not. */
  CompletionStage<Optional<LoginSession>> find(UserId user, LoginSessionId id);

  /** The user's sessions that live at {@code now}, the newest first. */
  CompletionStage<List<LoginSession>> liveOf(UserId user, Instant now);

  /**
   * A refresh token and its session; holds off every other one of the same session until the unit
   * of work ends. Empty where there is no such token.
   */
  CompletionStage<Optional<PresentedToken>> present(SecretHash token);

  /** Writes that the parent was rotated, its successor, and until when the session lives now. */
  CompletionStage<Void> rotate(LoginSession extended, SecretHash parent, SecretHash successor);

  /** Writes that a session ended, its revocation and its events, or nothing where it had ended. */
  CompletionStage<LoginSession> end(Change<LoginSession> ended);
}
