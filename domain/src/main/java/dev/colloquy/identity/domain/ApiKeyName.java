package dev.colloquy.identity.domain;

import dev.colloquy.shared.domain.Texts;

/** What a key is for, in 1 to 100 characters. */
public record ApiKeyName(String value) {

  public ApiKeyName {
    value = Texts.checked(value, 1, 100);
  }

  @Override
  public String toString() {
    return value;
  }
}
