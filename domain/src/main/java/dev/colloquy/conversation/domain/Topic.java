package dev.colloquy.conversation.domain;

import dev.colloquy.shared.domain.Texts;

/** What a conversation is about, in 1 to 200 characters. */
public record Topic(String value) {

  public Topic {
    value = Texts.checked(value, 1, 200);
  }

  @Override
  public String toString() {
    return value;
  }
}
