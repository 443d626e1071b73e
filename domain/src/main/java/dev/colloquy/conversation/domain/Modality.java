package dev.colloquy.conversation.domain;

import dev.colloquy.shared.domain.Texts;

/** In what form a conversation is held, such as "chat", in 1 to 50 characters; clients name it. */
public record Modality(String value) {

  public static final Modality CHAT = new Modality("chat");

  public Modality {
    value = Texts.checked(value, 1, 50);
  }

  @Override
  public String toString() {
    return value;
  }
}
