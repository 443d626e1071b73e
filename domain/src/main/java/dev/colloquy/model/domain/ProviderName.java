package dev.colloquy.model.domain;

import dev.colloquy.shared.domain.Texts;

/** What a provider is called, in 1 to 100 characters; unique in the installation. */
public record ProviderName(String value) {

  public ProviderName {
    value = Texts.checked(value, 1, 100);
  }

  @Override
  public String toString() {
    return value;
  }
}
