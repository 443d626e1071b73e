package dev.colloquy.identity.domain;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * A key pair that signs access tokens.
 *
 * @param id the {@code kid} of the tokens
 * @param publicKey X.509 SubjectPublicKeyInfo, in Base64
 * @param sealedPrivateKey PKCS #8, encrypted with the installation's secret key, in Base64
 * @param retiresAt until when its tokens are accepted; empty for the one key that signs
 */
public record SigningKey(
    String id,
    String publicKey,
    String sealedPrivateKey,
    Instant createdAt,
    Optional<Instant> retiresAt) {

  /**
   * How long the tokens of a replaced key are still accepted: as long as they live, and a minute
   * for nodes that have not heard yet.
   */
  public static final Duration OVERLAP = AccessToken.LIFETIME.plusMinutes(1);

  public boolean signs() {
    return retiresAt.isEmpty();
  }

  public boolean verifies(Instant now) {
    return retiresAt.map(now::isBefore).orElse(true);
  }
}
