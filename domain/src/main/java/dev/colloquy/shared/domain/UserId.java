package dev.colloquy.shared.domain;

import java.util.UUID;

/** A user of the installation; owned by the identity context. */
public record UserId(UUID value) {

  @Override
  public String toString() {
    return value.toString();
  }
}
