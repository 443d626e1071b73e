package dev.colloquy.identity.application;

import dev.colloquy.identity.domain.ApiKeySecret;
import dev.colloquy.identity.domain.IdentityException.Unauthenticated;
import dev.colloquy.identity.domain.KeyHolder;
import dev.colloquy.identity.domain.VerifiedToken;
import dev.colloquy.identity.domain.port.in.Authenticate;
import dev.colloquy.identity.domain.port.out.AccessTokens;
import dev.colloquy.identity.domain.port.out.ApiKeys;
import dev.colloquy.identity.domain.port.out.LastUses;
import dev.colloquy.identity.domain.port.out.Revocations;
import dev.colloquy.shared.domain.Actor;
import java.time.Clock;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

/** Finds out who a request comes from. */
public final class AuthenticateHandler implements Authenticate {

  private final AccessTokens tokens;
  private final Revocations revocations;
  private final ApiKeys keys;
  private final LastUses uses;
  private final Clock clock;

  public AuthenticateHandler(
      AccessTokens tokens, Revocations revocations, ApiKeys keys, LastUses uses, Clock clock) {
    this.tokens = tokens;
    this.revocations = revocations;
    this.keys = keys;
    this.uses = uses;
    this.clock = clock;
  }

  @Override
  public CompletionStage<Actor.OfUser> handle(Query query) {
    return ApiKeySecret.isMeant(query.credential()) ? byKey(query) : byToken(query);
  }

  private CompletionStage<Actor.OfUser> byToken(Query query) {
    return tokens
        .verify(query.credential())
        .thenApply(verified -> verified.orElseThrow(Unauthenticated::new))
        .thenCompose(this::unrevoked)
        .thenApply(token -> token.acting(query.origin()));
  }

  private CompletionStage<VerifiedToken> unrevoked(VerifiedToken token) {
    return revocations
        .isRevoked(token.session())
        .thenCompose(revoked -> revoked ? refused() : uses.note(token.session(), clock.instant()))
        .thenApply(noted -> token);
  }

  private CompletionStage<Actor.OfUser> byKey(Query query) {
    return ApiKeySecret.read(query.credential())
        .map(secret -> keys.holder(secret.hash()))
        .orElseGet(() -> CompletableFuture.completedFuture(Optional.empty()))
        .thenApply(holder -> holder.filter(it -> it.isGood(clock.instant())))
        .thenApply(holder -> holder.orElseThrow(Unauthenticated::new))
        .thenCompose(this::used)
        .thenApply(holder -> holder.acting(query.origin()));
  }

  private CompletionStage<KeyHolder> used(KeyHolder holder) {
    return uses.note(holder.key(), clock.instant()).thenApply(noted -> holder);
  }

  private static CompletionStage<Void> refused() {
    return CompletableFuture.failedFuture(new Unauthenticated());
  }
}
