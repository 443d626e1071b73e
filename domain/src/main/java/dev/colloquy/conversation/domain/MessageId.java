package dev.colloquy.conversation.domain;

import java.util.UUID;

/** A message of a conversation. */
public record MessageId(UUID value) {

  @Override
  public String toString() {
    return value.toString();
  }
}
