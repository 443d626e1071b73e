package dev.colloquy.identity.adapter.security;

import java.util.Base64;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * An Argon2id hash as text, in the form of the reference implementation: {@code
 * $argon2id$v=19$m=…,t=…,p=…$salt$hash}, in Base64 without padding.
 *
 * @param memory in KiB
 * @param salt in Base64
 * @param hash in Base64
 */
record Argon2Text(int memory, int iterations, int lanes, String salt, String hash) {

  private static final String START = "$argon2id$";
  private static final Pattern FORM =
      Pattern.compile(
          "\\$argon2id\\$v=19\\$m=(\\d{1,7}),t=(\\d{1,3}),p=(\\d{1,2})"
              + "\\$([A-Za-z0-9+/]+)\\$([A-Za-z0-9+/]+)");

  static boolean begins(String text) {
    return text.startsWith(START);
  }

  /** Throws {@code IllegalArgumentException} for whatever has another form. */
  static Argon2Text parse(String text) {
    Matcher parts = FORM.matcher(text);
    if (!parts.matches()) {
      throw new IllegalArgumentException("no Argon2id hash of version 1.3");
    }
    return new Argon2Text(
        Integer.parseInt(parts.group(1)),
        Integer.parseInt(parts.group(2)),
        Integer.parseInt(parts.group(3)),
        parts.group(4),
        parts.group(5));
  }

  static Argon2Text of(int memory, int iterations, int lanes, byte[] salt, byte[] hash) {
    Base64.Encoder base64 = Base64.getEncoder().withoutPadding();
    return new Argon2Text(
        memory, iterations, lanes, base64.encodeToString(salt), base64.encodeToString(hash));
  }

  byte[] saltBytes() {
    return Base64.getDecoder().decode(salt);
  }

  byte[] hashBytes() {
    return Base64.getDecoder().decode(hash);
  }

  String text() {
    return START
        + "v=19$m="
        + memory
        + ",t="
        + iterations
        + ",p="
        + lanes
        + "$"
        + salt
        + "$"
        + hash;
  }
}
