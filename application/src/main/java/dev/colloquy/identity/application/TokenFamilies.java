package dev.colloquy.identity.application;

import dev.colloquy.identity.domain.LoginSession;
import dev.colloquy.identity.domain.LoginSession.End;
import dev.colloquy.identity.domain.PresentedToken;
import dev.colloquy.identity.domain.RefreshToken;
import dev.colloquy.identity.domain.User;
import dev.colloquy.identity.domain.port.out.LoginSessions;
import dev.colloquy.identity.domain.port.out.Users;
import dev.colloquy.shared.domain.Actor;
import dev.colloquy.shared.domain.LoginSessionId;
import dev.colloquy.shared.domain.Origin;
import java.time.Clock;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import javax.crypto.SecretKey;

/** The descent of refresh tokens: who follows whom, and when a family dies. */
public final class TokenFamilies {

  private final LoginSessions sessions;
  private final Users users;
  private final SecretKey successorKey;
  private final Clock clock;

  /** Takes the key that successors are derived with; the same on every node. */
  public TokenFamilies(LoginSessions sessions, Users users, SecretKey successorKey, Clock clock) {
    this.sessions = sessions;
    this.users = users;
    this.successorKey = successorKey;
    this.clock = clock;
  }

  /** Whose session goes on, and with which token. */
  record Renewal(User user, LoginSessionId session, RefreshToken token) {}

  /** Inside a unit of work; empty where the token keeps nothing alive, or has just killed it. */
  CompletionStage<Optional<Renewal>> renew(RefreshToken token, Origin origin) {
    return sessions
        .present(token.hash())
        .thenCompose(
            found -> found.map(it -> judged(it, token, origin)).orElseGet(TokenFamilies::nothing));
  }

  private CompletionStage<Optional<Renewal>> judged(
      PresentedToken presented, RefreshToken token, Origin origin) {
    return switch (presented.judge(clock.instant())) {
      case OVER -> nothing();
      case REUSED -> killed(presented.session(), origin);
      case REPEAT -> renewal(presented.session(), token.successor(successorKey));
      case ROTATE -> rotated(presented.session(), token);
    };
  }

  private CompletionStage<Optional<Renewal>> rotated(LoginSession session, RefreshToken parent) {
    RefreshToken successor = parent.successor(successorKey);
    return renewal(session, successor)
        .thenCompose(
            renewal ->
                sessions
                    .rotate(session.extend(clock.instant()), parent.hash(), successor.hash())
                    .thenApply(rotated -> renewal));
  }

  private CompletionStage<Optional<Renewal>> renewal(LoginSession session, RefreshToken token) {
    return users
        .find(session.user())
        .thenApply(found -> found.map(user -> new Renewal(user.usable(), session.id(), token)));
  }

  private CompletionStage<Optional<Renewal>> killed(LoginSession session, Origin origin) {
    Actor actor = new Actor.System("refresh", origin);
    return sessions
        .end(session.end(actor, End.TOKEN_REUSED, clock.instant()))
        .thenCompose(ended -> nothing());
  }

  private static CompletionStage<Optional<Renewal>> nothing() {
    return CompletableFuture.completedFuture(Optional.empty());
  }
}
