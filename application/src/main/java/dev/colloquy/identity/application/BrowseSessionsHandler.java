package dev.colloquy.identity.application;

import dev.colloquy.identity.domain.AccountAccess;
import dev.colloquy.identity.domain.LoginSession;
import dev.colloquy.identity.domain.port.in.BrowseSessions;
import dev.colloquy.identity.domain.port.out.LoginSessions;
import dev.colloquy.shared.domain.Actor;
import java.time.Clock;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

/** Reads where somebody is logged in. */
public final class BrowseSessionsHandler implements BrowseSessions {

  private final LoginSessions sessions;
  private final Clock clock;

  public BrowseSessionsHandler(LoginSessions sessions, Clock clock) {
    this.sessions = sessions;
    this.clock = clock;
  }

  @Override
  public CompletionStage<List<LoginSession>> list(Actor.OfUser actor) {
    return CompletableFuture.completedFuture(actor)
        .thenApply(AccountAccess::inPerson)
        .thenCompose(person -> sessions.liveOf(person.user(), clock.instant()));
  }
}
