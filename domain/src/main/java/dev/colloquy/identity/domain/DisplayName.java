package dev.colloquy.identity.domain;

import dev.colloquy.shared.domain.InvalidValue;
import java.text.Normalizer;

/**
 * How somebody wants to be called: 1 to 100 characters of any script, in normal form C. It
 * identifies nobody, the username does; characters that cannot be seen or that turn the direction
 * of writing are refused, since they serve imitation alone.
 */
public record DisplayName(String value) {

  /** In code points. */
  public static final int MAX_LENGTH = 100;

  public DisplayName {
    value = Normalizer.normalize(value, Normalizer.Form.NFC).strip();
    int length = value.codePointCount(0, value.length());
    if (length < 1 || length > MAX_LENGTH) {
      throw new InvalidValue("must have from 1 to " + MAX_LENGTH + " characters");
    }
    if (value.codePoints().anyMatch(DisplayName::isInvisible)) {
      throw new InvalidValue("must not have control characters or invisible ones");
    }
  }

  private static boolean isInvisible(int codePoint) {
    return switch (Character.getType(codePoint)) {
      case Character.CONTROL,
          Character.LINE_SEPARATOR,
          Character.PARAGRAPH_SEPARATOR,
          Character.PRIVATE_USE,
          Character.SURROGATE,
          Character.UNASSIGNED ->
          true;
      // joiners shape letters in Persian, in Indic scripts and in emoji
      case Character.FORMAT -> codePoint != 0x200C && codePoint != 0x200D;
      default -> false;
    };
  }

  @Override
  public String toString() {
    return value;
  }
}
