package dev.colloquy.conversation.domain;

import dev.colloquy.shared.domain.InvalidValue;
import dev.colloquy.shared.domain.Texts;
import java.nio.charset.StandardCharsets;

/** What a message says: not blank, at most 262,144 bytes in UTF-8. */
public record Content(String value) {

  /** In bytes of UTF-8. */
  public static final int MAX_BYTES = 256 * 1024;

  public Content {
    if (value.isBlank()) {
      throw new InvalidValue("must not be blank");
    }
    Texts.storable(value);
    // no character takes more than three bytes for each of its UTF-16 units
    if (value.length() > MAX_BYTES / 3
        && value.getBytes(StandardCharsets.UTF_8).length > MAX_BYTES) {
      throw new InvalidValue("must have at most " + MAX_BYTES + " bytes in UTF-8");
    }
  }

  @Override
  public String toString() {
    return value;
  }
}
