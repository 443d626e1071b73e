package dev.colloquy.identity.application;

import dev.colloquy.identity.domain.AccountAccess;
import dev.colloquy.identity.domain.LoginSession;
import dev.colloquy.identity.domain.LoginSession.End;
import dev.colloquy.identity.domain.port.in.EndSessions;
import dev.colloquy.identity.domain.port.out.LoginSessions;
import dev.colloquy.identity.domain.port.out.Revocations;
import dev.colloquy.shared.domain.Actor;
import dev.colloquy.shared.domain.CommonException.NotFound;
import dev.colloquy.shared.domain.LoginSessionId;
import dev.colloquy.shared.domain.port.out.UnitOfWork;
import java.time.Clock;
import java.util.Optional;
import java.util.concurrent.CompletionStage;
import java.util.function.Supplier;

/** Ends login sessions. */
public final class EndSessionsHandler implements EndSessions {

  private final UnitOfWork unitOfWork;
  private final LoginSessions sessions;
  private final SessionEnd end;
  private final Revocations revocations;
  private final Clock clock;

  public EndSessionsHandler(
      UnitOfWork unitOfWork,
      LoginSessions sessions,
      SessionEnd end,
      Revocations revocations,
      Clock clock) {
    this.unitOfWork = unitOfWork;
    this.sessions = sessions;
    this.end = end;
    this.revocations = revocations;
    this.clock = clock;
  }

  @Override
  public CompletionStage<Void> logout(Actor.OfUser actor) {
    return atOnce(() -> one(person(actor), person(actor).session(), End.LOGOUT));
  }

  @Override
  public CompletionStage<Void> logoutAll(Actor.OfUser actor) {
    return atOnce(() -> end.ofAll(actor.user(), person(actor), End.LOGOUT));
  }

  @Override
  public CompletionStage<Void> end(Actor.OfUser actor, LoginSessionId session) {
    return atOnce(() -> one(person(actor), session, End.ENDED_BY_USER));
  }

  private CompletionStage<Void> atOnce(Supplier<CompletionStage<Void>> ending) {
    return unitOfWork.inTransaction(ending).thenCompose(ended -> revocations.catchUp());
  }

  private CompletionStage<Void> one(Actor.Person actor, LoginSessionId id, End reason) {
    return sessions
        .find(actor.user(), id)
        .thenApply(this::live)
        .thenCompose(session -> end.of(session, actor, reason));
  }

  private LoginSession live(Optional<LoginSession> found) {
    return found
        .filter(session -> session.isLive(clock.instant()))
        .orElseThrow(() -> new NotFound("session"));
  }

  private static Actor.Person person(Actor.OfUser actor) {
    return AccountAccess.inPerson(actor);
  }
}
