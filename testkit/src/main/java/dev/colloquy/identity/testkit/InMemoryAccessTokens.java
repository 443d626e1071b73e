package dev.colloquy.identity.testkit;

import dev.colloquy.identity.domain.AccessToken;
import dev.colloquy.identity.domain.Claims;
import dev.colloquy.identity.domain.VerifiedToken;
import dev.colloquy.identity.domain.port.out.AccessTokens;
import java.time.Clock;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;

/** Remembers what it has issued instead of signing. */
public final class InMemoryAccessTokens implements AccessTokens {

  private final Clock clock;
  private final Map<String, Issued> issued = new ConcurrentHashMap<>();

  private record Issued(VerifiedToken token, Instant expiresAt) {}

  public InMemoryAccessTokens(Clock clock) {
    this.clock = clock;
  }

  @Override
  public CompletionStage<AccessToken> issue(Claims claims, Instant now) {
    AccessToken token =
        new AccessToken("token-" + (issued.size() + 1), now.plus(AccessToken.LIFETIME));
    VerifiedToken verified =
        new VerifiedToken(claims.user(), claims.session().orElseThrow(), claims.role());
    issued.put(token.value(), new Issued(verified, token.expiresAt()));
    return CompletableFuture.completedFuture(token);
  }

  @Override
  public CompletionStage<Optional<VerifiedToken>> verify(String token) {
    return CompletableFuture.completedFuture(
        Optional.ofNullable(issued.get(token))
            .filter(it -> clock.instant().isBefore(it.expiresAt()))
            .map(Issued::token));
  }
}
