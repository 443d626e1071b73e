package dev.colloquy.identity.domain;

import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.random.RandomGenerator;
import java.util.zip.CRC32;

/**
 * An API key as its user holds it: {@code clq_}, 32 characters of base 62 (190 random bits), and
 * their CRC-32 as 6 more, so that a mistyped key is refused without asking the database and
 * scanners for leaked secrets find no false ones. Colloquy stores its {@link #hash()} alone.
 */
public record ApiKeySecret(String value) {

  public static final String PREFIX = "clq_";

  private static final String DIGITS =
      "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz";
  private static final int RANDOM_LENGTH = 32;
  private static final int CHECKSUM_LENGTH = 6;
  private static final int SHOWN_LENGTH = PREFIX.length() + 4;

  public static ApiKeySecret fresh(RandomGenerator random) {
    StringBuilder digits = new StringBuilder(RANDOM_LENGTH);
    for (int i = 0; i < RANDOM_LENGTH; i++) {
      digits.append(DIGITS.charAt(random.nextInt(DIGITS.length())));
    }
    return new ApiKeySecret(PREFIX + digits + checksum(digits));
  }

  /** Whether it means to be a key at all. */
  public static boolean isMeant(String credential) {
    return credential.startsWith(PREFIX);
  }

  /** Reads a key; empty where it cannot be one of ours. */
  public static Optional<ApiKeySecret> read(String credential) {
    if (credential.length() != PREFIX.length() + RANDOM_LENGTH + CHECKSUM_LENGTH
        || !isMeant(credential)) {
      return Optional.empty();
    }
    int end = credential.length() - CHECKSUM_LENGTH;
    boolean sound =
        checksum(credential.substring(PREFIX.length(), end)).equals(credential.substring(end));
    return sound ? Optional.of(new ApiKeySecret(credential)) : Optional.empty();
  }

  /** By what its user tells it from his other keys. */
  public String shown() {
    return value.substring(0, SHOWN_LENGTH);
  }

  public SecretHash hash() {
    return SecretHash.of(value);
  }

  private static String checksum(CharSequence digits) {
    CRC32 crc = new CRC32();
    crc.update(digits.toString().getBytes(StandardCharsets.UTF_8));
    char[] text = new char[CHECKSUM_LENGTH];
    long rest = crc.getValue();
    for (int i = CHECKSUM_LENGTH - 1; i >= 0; i--) {
      text[i] = DIGITS.charAt((int) (rest % DIGITS.length()));
      rest /= DIGITS.length();
    }
    return new String(text);
  }

  /** Stays out of logs. */
  @Override
  public String toString() {
    return "ApiKeySecret[hidden]";
  }
}
