package dev.colloquy.shared.domain;

/** What the texts of value objects have in common. */
public final class Texts {

  private Texts() {}

  /**
   * Returns the text when it is not blank, has from {@code min} to {@code max} characters (Unicode
   * code points) and none that the database or JSON cannot hold.
   */
  public static String checked(String text, int min, int max) {
    int length = text.codePointCount(0, text.length());
    if (length < min || length > max) {
      throw new InvalidValue("must have from " + min + " to " + max + " characters");
    }
    if (min > 0 && text.isBlank()) {
      throw new InvalidValue("must not be blank");
    }
    return storable(text);
  }

  /** Returns the text when it has neither U+0000 nor a lone surrogate. */
  public static String storable(String text) {
    if (text.indexOf('\0') >= 0) {
      throw new InvalidValue("must not contain U+0000");
    }
    if (text.codePoints()
        .anyMatch(c -> c >= Character.MIN_SURROGATE && c <= Character.MAX_SURROGATE)) {
      throw new InvalidValue("must not contain a lone surrogate");
    }
    return text;
  }
}
