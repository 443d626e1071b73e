package dev.colloquy.identity.testkit;

import dev.colloquy.identity.domain.LoginSession;
import dev.colloquy.identity.domain.PresentedToken;
import dev.colloquy.identity.domain.SecretHash;
import dev.colloquy.identity.domain.port.out.LoginSessions;
import dev.colloquy.shared.domain.Change;
import dev.colloquy.shared.domain.LoginSessionId;
import dev.colloquy.shared.domain.UserId;
import dev.colloquy.shared.domain.port.out.EventAppender;
import dev.colloquy.shared.testkit.InMemoryDatabase;
import dev.colloquy.shared.testkit.Table;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

/** Login sessions in memory. */
public final class InMemoryLoginSessions implements LoginSessions {

  private final InMemoryDatabase database;
  private final EventAppender events;
  private final Table<LoginSessionId, LoginSession> sessions;
  private final Table<SecretHash, Token> tokens;

  private record Token(
      LoginSessionId session, Optional<Instant> rotatedAt, Optional<SecretHash> successor) {

    static Token fresh(LoginSessionId session) {
      return new Token(session, Optional.empty(), Optional.empty());
    }
  }

  public InMemoryLoginSessions(InMemoryDatabase database, EventAppender events) {
    this.database = database;
    this.events = events;
    this.sessions = database.table();
    this.tokens = database.table();
  }

  @Override
  public CompletionStage<LoginSession> add(Change<LoginSession> started, SecretHash firstToken) {
    LoginSession session = started.now();
    return database
        .inUnitOfWork(
            () -> {
              sessions.put(session.id(), session);
              tokens.put(firstToken, Token.fresh(session.id()));
              return session;
            })
        .thenCompose(added -> events.append(started.events()))
        .thenApply(told -> session);
  }

  @Override
  public CompletionStage<Optional<LoginSession>> find(UserId user, LoginSessionId id) {
    return database.read(() -> sessions.get(id).filter(it -> it.user().equals(user)));
  }

  @Override
  public CompletionStage<List<LoginSession>> liveOf(UserId user, Instant now) {
    return database.read(
        () ->
            sessions.values().stream()
                .filter(it -> it.user().equals(user) && it.isLive(now))
                .sorted(Comparator.comparing(LoginSession::createdAt).reversed())
                .toList());
  }

  @Override
  public CompletionStage<Optional<PresentedToken>> present(SecretHash token) {
    return database.inUnitOfWork(() -> tokens.get(token).map(this::presented));
  }

  @Override
  public CompletionStage<Void> rotate(
      LoginSession extended, SecretHash parent, SecretHash successor) {
    return database
        .inUnitOfWork(
            () -> {
              Instant at = extended.lastActiveAt();
              sessions.put(extended.id(), extended);
              tokens.put(parent, new Token(extended.id(), Optional.of(at), Optional.of(successor)));
              tokens.put(successor, Token.fresh(extended.id()));
              return true;
            })
        .thenAccept(rotated -> {});
  }

  @Override
  public CompletionStage<LoginSession> end(Change<LoginSession> ended) {
    if (ended.isNothing()) {
      return CompletableFuture.completedFuture(ended.now());
    }
    return database
        .inUnitOfWork(
            () -> {
              sessions.put(ended.now().id(), ended.now());
              return ended.now();
            })
        .thenCompose(session -> events.append(ended.events()))
        .thenApply(told -> ended.now());
  }

  /** What {@link InMemoryRevocations} reads. */
  boolean hasEnded(LoginSessionId id) {
    return sessions.get(id).map(it -> it.endedAt().isPresent()).orElse(false);
  }

  private PresentedToken presented(Token token) {
    boolean successorUsed =
        token.successor().flatMap(tokens::get).flatMap(Token::rotatedAt).isPresent();
    LoginSession session = sessions.get(token.session()).orElseThrow();
    return new PresentedToken(session, token.rotatedAt(), successorUsed);
  }
}
