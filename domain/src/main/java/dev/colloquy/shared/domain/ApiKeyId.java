package dev.colloquy.shared.domain;

import java.util.UUID;

/** A long-lived key that acts for its user within its scopes. */
public record ApiKeyId(UUID value) {

  @Override
  public String toString() {
    return value.toString();
  }
}
