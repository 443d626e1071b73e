package dev.colloquy.identity.domain;

import dev.colloquy.shared.domain.Actor;
import dev.colloquy.shared.domain.Change;
import dev.colloquy.shared.domain.LoginSessionId;
import dev.colloquy.shared.domain.UserId;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * One login, and the family of refresh tokens that keeps it alive.
 *
 * @param lastActiveAt exact to about half a minute
 * @param expiresAt when it ends by itself; each refresh moves it
 * @param endedAt set once it was ended
 */
public record LoginSession(
    LoginSessionId id,
    UserId user,
    Client client,
    Instant createdAt,
    Instant lastActiveAt,
    Instant expiresAt,
    Optional<Instant> endedAt) {

  /** How long a refresh token may be used. */
  public static final Duration LIFETIME = Duration.ofDays(7);

  /** Why a session ended. */
  public enum End {
    LOGOUT,
    ENDED_BY_USER,
    PASSWORD_CHANGED,
    ACCOUNT_DELETED,
    /** A refresh token came back that had been used up: it may have been stolen. */
    TOKEN_REUSED
  }

  /** A fresh session. */
  public static Change<LoginSession> start(
      Actor actor, LoginSessionId id, UserId user, Client client, Instant now) {
    LoginSession started =
        new LoginSession(id, user, client, now, now, now.plus(LIFETIME), Optional.empty());
    return Change.of(started, new LoginSessionEvent.Started(actor, now, started));
  }

  public boolean isLive(Instant now) {
    return endedAt.isEmpty() && now.isBefore(expiresAt);
  }

  /** Keeps the session alive from now on; no change of state that anybody is told about. */
  public LoginSession extend(Instant now) {
    return new LoginSession(id, user, client, createdAt, now, now.plus(LIFETIME), Optional.empty());
  }

  /** Ends the session; its tokens are worth nothing from now on. */
  public Change<LoginSession> end(Actor actor, End reason, Instant now) {
    if (endedAt.isPresent()) {
      return Change.nothing(this);
    }
    LoginSession ended =
        new LoginSession(id, user, client, createdAt, lastActiveAt, expiresAt, Optional.of(now));
    return Change.of(ended, new LoginSessionEvent.Ended(actor, now, ended, reason));
  }
}
