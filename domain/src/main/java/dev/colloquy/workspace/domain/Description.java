package dev.colloquy.workspace.domain;

import dev.colloquy.shared.domain.Texts;

/** What a workspace is for, in 1 to 500 characters. */
public record Description(String value) {

  public Description {
    value = Texts.checked(value, 1, 500);
  }

  @Override
  public String toString() {
    return value;
  }
}
