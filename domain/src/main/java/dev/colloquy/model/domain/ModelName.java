package dev.colloquy.model.domain;

import dev.colloquy.shared.domain.Texts;

/** What a model is called, in 1 to 200 characters; unique among its provider's models. */
public record ModelName(String value) {

  public ModelName {
    value = Texts.checked(value, 1, 200);
  }

  @Override
  public String toString() {
    return value;
  }
}
