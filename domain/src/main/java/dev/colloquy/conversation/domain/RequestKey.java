package dev.colloquy.conversation.domain;

import dev.colloquy.shared.domain.port.in.Once;
import java.time.Instant;

/**
 * What a caller named his request, so that repeats of it have no further effect.
 *
 * @param key unique among the user's requests
 * @param fingerprint SHA-256 of method, path and raw body, in hexadecimal
 */
public record RequestKey(String key, String fingerprint) {

  /** When the key of a request that arrived at {@code now} stands for nothing any more. */
  public static Instant forgottenAt(Instant now) {
    return now.plus(Once.REMEMBERED);
  }
}
