package dev.colloquy.conversation.domain;

import dev.colloquy.shared.domain.Texts;

/** What a conversation is about, in 1 to 200 characters. */
public record Topic(String value) {

  private static final int FEW_CHARACTERS = 80;

  public Topic {
    value = Texts.checked(value, 1, 200);
  }

  /** The first words of what is said, for want of a better one. */
  public static Topic of(Content said) {
    String line = said.value().strip().lines().findFirst().orElse("").strip();
    int characters = Math.min(FEW_CHARACTERS, line.codePointCount(0, line.length()));
    return new Topic(line.substring(0, line.offsetByCodePoints(0, characters)));
  }

  @Override
  public String toString() {
    return value;
  }
}
