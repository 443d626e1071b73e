package dev.colloquy.identity.domain;

import java.util.Locale;

/**
 * What somebody types to say who he is: an email address or a username. It need not be well-formed;
 * a malformed one is the name of nobody.
 */
public record LoginName(String value) {

  /** Longer than every address and every username. */
  private static final int MAX_LENGTH = 255;

  /** What two spellings of one name have in common; cut where no name can be that long. */
  public String key() {
    String cut = value.length() > MAX_LENGTH ? value.substring(0, MAX_LENGTH) : value;
    return cut.toLowerCase(Locale.ROOT);
  }

  /** Whether it can only be an email address; a username has no {@code @}. */
  public boolean isEmail() {
    return value.indexOf('@') >= 0;
  }
}
