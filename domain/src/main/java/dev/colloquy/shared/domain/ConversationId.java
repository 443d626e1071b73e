package dev.colloquy.shared.domain;

import java.util.UUID;

/** A conversation between people and models. */
public record ConversationId(UUID value) {

  @Override
  public String toString() {
    return value.toString();
  }
}
