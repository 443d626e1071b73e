package dev.colloquy.event.domain;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.Base64;
import java.util.HexFormat;
import java.util.random.RandomGenerator;

/**
 * A secret that opens one stream, for clients that cannot send a header (a browser's EventSource,
 * WHATWG HTML). It is good once and for {@link #LIFETIME}; only its hash is kept.
 */
public record StreamTicket(String secret) {

  public static final Duration LIFETIME = Duration.ofSeconds(30);

  private static final int BYTES = 32;

  /** A fresh ticket of 256 random bits; the generator must be fit for secrets. */
  public static StreamTicket random(RandomGenerator random) {
    byte[] bytes = new byte[BYTES];
    random.nextBytes(bytes);
    return new StreamTicket(Base64.getUrlEncoder().withoutPadding().encodeToString(bytes));
  }

  /** SHA-256 in hexadecimal: with so much chance in it, a ticket needs no salt. */
  public String hash() {
    try {
      MessageDigest sha = MessageDigest.getInstance("SHA-256");
      return HexFormat.of().formatHex(sha.digest(secret.getBytes(StandardCharsets.UTF_8)));
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException(impossible);
    }
  }

  /** The secret stays out of logs. */
  @Override
  public String toString() {
    return "StreamTicket";
  }
}
