package dev.colloquy.shared.adapter.rest.answer;

import java.util.Locale;

/** How constants are written in answers. */
public final class Text {

  private Text() {}

  /** The constant's name in lower case. */
  public static String of(Enum<?> constant) {
    return constant.name().toLowerCase(Locale.ROOT);
  }
}
