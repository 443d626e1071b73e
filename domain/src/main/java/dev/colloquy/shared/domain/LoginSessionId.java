package dev.colloquy.shared.domain;

import java.util.UUID;

/** One login of a person, kept alive by its refresh tokens. */
public record LoginSessionId(UUID value) {

  @Override
  public String toString() {
    return value.toString();
  }
}
