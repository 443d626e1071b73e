package dev.colloquy.identity.domain;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Base64;
import java.util.random.RandomGenerator;
import javax.crypto.Mac;
import javax.crypto.SecretKey;

/**
 * What keeps a session alive, as the client holds it: 256 unguessable bits. Colloquy stores its
 * {@link #hash()} alone.
 */
public record RefreshToken(String value) {

  private static final int BYTES = 32;
  private static final String MAC = "HmacSHA256";

  /** The first token of a session. */
  public static RefreshToken fresh(RandomGenerator random) {
    byte[] bytes = new byte[BYTES];
    random.nextBytes(bytes);
    return new RefreshToken(Base64.getUrlEncoder().withoutPadding().encodeToString(bytes));
  }

  /**
   * The one token that follows this one: an HMAC of it under a key of the server's. Being derived,
   * it can be handed out again to whoever still holds its parent, without being stored.
   */
  public RefreshToken successor(SecretKey key) {
    try {
      Mac mac = Mac.getInstance(MAC);
      mac.init(key);
      byte[] bytes = mac.doFinal(value.getBytes(StandardCharsets.UTF_8));
      return new RefreshToken(Base64.getUrlEncoder().withoutPadding().encodeToString(bytes));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every Java has " + MAC, e);
    }
  }

  /** SHA-256; the token has entropy enough to need neither salt nor slowness. */
  public SecretHash hash() {
    return SecretHash.of(value);
  }

  /** Stays out of logs. */
  @Override
  public String toString() {
    return "RefreshToken[hidden]";
  }
}
