package dev.colloquy.identity.application;

import dev.colloquy.identity.domain.LoginSession;
import dev.colloquy.identity.domain.LoginSession.End;
import dev.colloquy.identity.domain.port.out.LoginSessions;
import dev.colloquy.shared.domain.Actor;
import dev.colloquy.shared.domain.InTurn;
import dev.colloquy.shared.domain.LoginSessionId;
import dev.colloquy.shared.domain.UserId;
import java.time.Clock;
import java.util.List;
import java.util.concurrent.CompletionStage;
import java.util.function.Predicate;

/** Ends sessions inside a unit of work, whatever the reason. */
public final class SessionEnd {

  private final LoginSessions sessions;
  private final Clock clock;

  public SessionEnd(LoginSessions sessions, Clock clock) {
    this.sessions = sessions;
    this.clock = clock;
  }

  CompletionStage<Void> of(LoginSession session, Actor actor, End reason) {
    return sessions.end(session.end(actor, reason, clock.instant())).thenAccept(ended -> {});
  }

  /** All sessions of the user. */
  CompletionStage<Void> ofAll(UserId user, Actor actor, End reason) {
    return ofThose(user, actor, reason, session -> true);
  }

  /** All sessions of the user but this one. */
  CompletionStage<Void> ofOthers(Actor.Person actor, End reason) {
    LoginSessionId own = actor.session();
    return ofThose(actor.user(), actor, reason, session -> !session.id().equals(own));
  }

  private CompletionStage<Void> ofThose(
      UserId user, Actor actor, End reason, Predicate<LoginSession> wanted) {
    return sessions
        .liveOf(user, clock.instant())
        .thenApply(live -> live.stream().filter(wanted).toList())
        .thenCompose(chosen -> all(chosen, actor, reason));
  }

  private CompletionStage<Void> all(List<LoginSession> chosen, Actor actor, End reason) {
    return InTurn.each(chosen, session -> of(session, actor, reason));
  }
}
