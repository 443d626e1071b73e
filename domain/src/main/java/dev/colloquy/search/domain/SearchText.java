package dev.colloquy.search.domain;

import dev.colloquy.shared.domain.Texts;

/**
 * What somebody looks for, in 1 to 500 characters. Words must all be there; "quoted" ones stand
 * side by side; {@code or} and a leading minus mean what they mean in web searches. Any text will
 * do.
 */
public record SearchText(String value) {

  public SearchText {
    value = Texts.checked(value, 1, 500);
  }

  @Override
  public String toString() {
    return value;
  }
}
