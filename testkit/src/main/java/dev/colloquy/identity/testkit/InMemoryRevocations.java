package dev.colloquy.identity.testkit;

import dev.colloquy.identity.domain.port.out.Revocations;
import dev.colloquy.shared.domain.LoginSessionId;
import dev.colloquy.shared.testkit.InMemoryDatabase;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

/** Asks the sessions themselves. */
public final class InMemoryRevocations implements Revocations {

  private final InMemoryDatabase database;
  private final InMemoryLoginSessions sessions;

  public InMemoryRevocations(InMemoryDatabase database, InMemoryLoginSessions sessions) {
    this.database = database;
    this.sessions = sessions;
  }

  @Override
  public CompletionStage<Void> catchUp() {
    return CompletableFuture.completedFuture(null);
  }

  @Override
  public CompletionStage<Boolean> isRevoked(LoginSessionId session) {
    return database.read(() -> sessions.hasEnded(session));
  }
}
