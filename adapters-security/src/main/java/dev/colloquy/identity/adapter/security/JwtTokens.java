package dev.colloquy.identity.adapter.security;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import dev.colloquy.identity.domain.AccessToken;
import dev.colloquy.identity.domain.Claims;
import dev.colloquy.identity.domain.VerifiedToken;
import dev.colloquy.identity.domain.port.out.AccessTokens;
import dev.colloquy.shared.domain.LoginSessionId;
import dev.colloquy.shared.domain.UserId;
import dev.colloquy.shared.domain.UserRole;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.jose4j.jwa.AlgorithmConstraints;
import org.jose4j.jwa.AlgorithmConstraints.ConstraintType;
import org.jose4j.jws.AlgorithmIdentifiers;
import org.jose4j.jws.JsonWebSignature;
import org.jose4j.jwt.JwtClaims;
import org.jose4j.jwt.MalformedClaimException;
import org.jose4j.jwt.NumericDate;
import org.jose4j.jwt.consumer.InvalidJwtException;
import org.jose4j.jwt.consumer.JwtConsumer;
import org.jose4j.jwt.consumer.JwtConsumerBuilder;
import org.jose4j.lang.JoseException;

/**
 * Access tokens as JWTs (RFC 9068), signed with ES256. The key is found by its id in our ring; what
 * a token says of keys ({@code jku}, {@code jwk}, {@code x5c}) is not looked at. What was found
 * good is remembered for a while, so that a busy client is verified once.
 */
public final class JwtTokens implements AccessTokens {

  /** In characters; ours have about 700. */
  private static final int MAX_LENGTH = 4096;

  private static final String TYPE = "at+jwt";
  private static final int REMEMBERED = 10_000;
  private static final Duration REMEMBERED_FOR = Duration.ofMinutes(1);

  private static final AlgorithmConstraints ONLY_ES256 =
      new AlgorithmConstraints(
          ConstraintType.PERMIT, AlgorithmIdentifiers.ECDSA_USING_P256_CURVE_AND_SHA256);

  private final EcKeyRing ring;
  private final Clock clock;
  private final String issuer;
  private final String audience;
  private final Cache<String, Good> good =
      Caffeine.newBuilder().maximumSize(REMEMBERED).expireAfterWrite(REMEMBERED_FOR).build();

  private record Good(VerifiedToken token, String key, Instant expiresAt) {}

  public JwtTokens(EcKeyRing ring, Clock clock, String issuer, String audience) {
    this.ring = ring;
    this.clock = clock;
    this.issuer = issuer;
    this.audience = audience;
  }

  @Override
  public CompletionStage<AccessToken> issue(Claims claims, Instant now) {
    OpenedKey key = ring.signing();
    Instant expiresAt = now.plus(AccessToken.LIFETIME);
    JsonWebSignature signature = new JsonWebSignature();
    signature.setAlgorithmHeaderValue(AlgorithmIdentifiers.ECDSA_USING_P256_CURVE_AND_SHA256);
    signature.setKeyIdHeaderValue(key.stored().id());
    signature.setHeader("typ", TYPE);
    signature.setKey(key.privateKey());
    signature.setPayload(payload(claims, now, expiresAt).toJson());
    try {
      return CompletableFuture.completedFuture(
          new AccessToken(signature.getCompactSerialization(), expiresAt));
    } catch (JoseException e) {
      return CompletableFuture.failedFuture(e);
    }
  }

  @Override
  public CompletionStage<Optional<VerifiedToken>> verify(String token) {
    Instant now = clock.instant();
    Good known = good.getIfPresent(token);
    if (known != null) {
      boolean stillGood =
          now.isBefore(known.expiresAt()) && ring.verifying(known.key(), now).isPresent();
      return answer(stillGood ? Optional.of(known.token()) : Optional.empty());
    }
    return keyId(token)
        .map(ring::lookedUp)
        .orElseGet(() -> CompletableFuture.completedFuture(Optional.empty()))
        .thenApply(key -> key.flatMap(it -> checked(token, it, now)));
  }

  private Optional<VerifiedToken> checked(String token, OpenedKey key, Instant now) {
    try {
      JwtClaims claims = consumer(key, now).processToClaims(token);
      VerifiedToken verified = verified(claims);
      Instant expiresAt = Instant.ofEpochSecond(claims.getExpirationTime().getValue());
      good.put(token, new Good(verified, key.stored().id(), expiresAt));
      return Optional.of(verified);
    } catch (InvalidJwtException | MalformedClaimException | IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  private JwtConsumer consumer(OpenedKey key, Instant now) {
    return new JwtConsumerBuilder()
        .setJwsAlgorithmConstraints(ONLY_ES256)
        .setVerificationKey(key.publicKey())
        .setExpectedType(true, TYPE)
        .setExpectedIssuer(true, issuer)
        .setExpectedAudience(true, audience)
        .setRequireSubject()
        .setRequireExpirationTime()
        .setRequireNotBefore()
        .setRequireIssuedAt()
        .setEvaluationTime(NumericDate.fromSeconds(now.getEpochSecond()))
        .build();
  }

  /** The key id in the header of what has the form of a signed token. */
  private static Optional<String> keyId(String token) {
    if (token.length() > MAX_LENGTH) {
      return Optional.empty();
    }
    try {
      JsonWebSignature signature = new JsonWebSignature();
      signature.setCompactSerialization(token);
      return Optional.ofNullable(signature.getKeyIdHeaderValue());
    } catch (JoseException | IllegalArgumentException | ClassCastException e) {
      return Optional.empty();
    }
  }

  private JwtClaims payload(Claims claims, Instant now, Instant expiresAt) {
    JwtClaims payload = new JwtClaims();
    payload.setIssuer(issuer);
    payload.setAudience(audience);
    payload.setSubject(claims.user().toString());
    payload.setStringClaim("oid", claims.user().toString());
    payload.setStringClaim("name", claims.name().value());
    payload.setStringClaim("email", claims.email().value());
    payload.setStringListClaim("roles", List.of(role(claims.role())));
    payload.setStringClaim("tier", claims.tier().name().toLowerCase(Locale.ROOT));
    claims.session().ifPresent(it -> payload.setStringClaim("sid", it.toString()));
    payload.setIssuedAt(NumericDate.fromSeconds(now.getEpochSecond()));
    payload.setNotBefore(NumericDate.fromSeconds(now.getEpochSecond()));
    payload.setExpirationTime(NumericDate.fromSeconds(expiresAt.getEpochSecond()));
    return payload;
  }

  private static VerifiedToken verified(JwtClaims claims) throws MalformedClaimException {
    UserRole role =
        claims.getStringListClaimValue("roles").contains(role(UserRole.ADMIN))
            ? UserRole.ADMIN
            : UserRole.USER;
    return new VerifiedToken(
        new UserId(UUID.fromString(claims.getSubject())),
        new LoginSessionId(UUID.fromString(claims.getStringClaimValue("sid"))),
        role);
  }

  private static String role(UserRole role) {
    return role.name().toLowerCase(Locale.ROOT);
  }

  private static CompletionStage<Optional<VerifiedToken>> answer(Optional<VerifiedToken> token) {
    return CompletableFuture.completedFuture(token);
  }
}
