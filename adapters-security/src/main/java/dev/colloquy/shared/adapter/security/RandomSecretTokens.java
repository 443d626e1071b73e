package dev.colloquy.shared.adapter.security;

import dev.colloquy.shared.domain.port.out.SecretTokens;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.HexFormat;

/** Secrets from the system's random numbers, in URL-safe Base64. */
public final class RandomSecretTokens implements SecretTokens {

  private static final int BYTES = 32;

  private final SecureRandom random;

  public RandomSecretTokens(SecureRandom random) {
    this.random = random;
  }

  @Override
  public String next() {
    byte[] bytes = new byte[BYTES];
    random.nextBytes(bytes);
    return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
  }

  @Override
  public String hash(String token) {
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      return HexFormat.of().formatHex(digest.digest(token.getBytes(StandardCharsets.UTF_8)));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }
}
