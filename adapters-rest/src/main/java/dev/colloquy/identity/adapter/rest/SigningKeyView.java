package dev.colloquy.identity.adapter.rest;

import dev.colloquy.identity.domain.SigningKey;
import java.time.Instant;

/** The key that signs now. */
record SigningKeyView(String kid, Instant createdAt) {

  static SigningKeyView of(SigningKey key) {
    return new SigningKeyView(key.id(), key.createdAt());
  }
}
