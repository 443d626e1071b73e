package dev.colloquy.identity.domain.port.out;

import dev.colloquy.identity.domain.AccessToken;
import dev.colloquy.identity.domain.Claims;
import dev.colloquy.identity.domain.VerifiedToken;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.CompletionStage;

/** Signs and verifies access tokens with the key ring's keys. */
public interface AccessTokens {

  /** Signs a token that is good from {@code now} for {@link AccessToken#LIFETIME}. */
  CompletionStage<AccessToken> issue(Claims claims, Instant now);

  /**
   * Checks signature, type, issuer, audience and times (RFC 8725, RFC 9068). It knows nothing of
   * revocations.
   *
   * @return empty for whatever is not a good token of ours today
   */
  CompletionStage<Optional<VerifiedToken>> verify(String token);
}
