package dev.colloquy.identity.application;

import dev.colloquy.identity.domain.Claims;
import dev.colloquy.identity.domain.Client;
import dev.colloquy.identity.domain.Login;
import dev.colloquy.identity.domain.LoginSession;
import dev.colloquy.identity.domain.PasswordHash;
import dev.colloquy.identity.domain.RefreshToken;
import dev.colloquy.identity.domain.User;
import dev.colloquy.identity.domain.port.out.AccessTokens;
import dev.colloquy.identity.domain.port.out.Credentials;
import dev.colloquy.identity.domain.port.out.LoginSessions;
import dev.colloquy.identity.domain.port.out.Users;
import dev.colloquy.shared.domain.Actor;
import dev.colloquy.shared.domain.LoginSessionId;
import dev.colloquy.shared.domain.Origin;
import dev.colloquy.shared.domain.port.out.Ids;
import dev.colloquy.shared.domain.port.out.SecretTokens;
import dev.colloquy.shared.domain.port.out.UnitOfWork;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

/** Opens sessions for people who have shown who they are. */
public final class SessionOpener {

  private final UnitOfWork unitOfWork;
  private final Users users;
  private final Credentials credentials;
  private final LoginSessions sessions;
  private final AccessTokens tokens;
  private final SecretTokens secrets;
  private final Ids ids;
  private final Clock clock;

  public SessionOpener(
      UnitOfWork unitOfWork,
      Users users,
      Credentials credentials,
      LoginSessions sessions,
      AccessTokens tokens,
      SecretTokens secrets,
      Ids ids,
      Clock clock) {
    this.unitOfWork = unitOfWork;
    this.users = users;
    this.credentials = credentials;
    this.sessions = sessions;
    this.tokens = tokens;
    this.secrets = secrets;
    this.ids = ids;
    this.clock = clock;
  }

  /**
   * Starts a session.
   *
   * @param upgraded the password's hash in today's form, where the stored one is outdated
   */
  CompletionStage<Login> open(
      Origin origin, Client client, User user, Optional<PasswordHash> upgraded) {
    LoginSessionId id = new LoginSessionId(ids.next());
    RefreshToken refresh = new RefreshToken(secrets.next());
    Instant now = clock.instant();
    Actor.Person actor = new Actor.Person(user.id(), id, user.role(), origin);
    return unitOfWork
        .inTransaction(
            () ->
                put(user, upgraded)
                    .thenCompose(written -> users.loggedIn(user.id(), now))
                    .thenApply(noted -> LoginSession.start(actor, id, user.id(), client, now))
                    .thenCompose(started -> sessions.add(started, refresh.hash())))
        .thenCompose(session -> login(Claims.of(user, id), refresh));
  }

  /** Signs an access token to go with the refresh token. */
  CompletionStage<Login> login(Claims claims, RefreshToken refresh) {
    return tokens
        .issue(claims, clock.instant())
        .thenApply(access -> new Login(access, refresh, claims));
  }

  private CompletionStage<Void> put(User user, Optional<PasswordHash> upgraded) {
    return upgraded
        .map(hash -> credentials.put(user.id(), hash))
        .orElseGet(() -> CompletableFuture.completedFuture(null));
  }
}
