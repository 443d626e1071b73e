package dev.colloquy.identity.domain;

import dev.colloquy.shared.domain.InvalidValue;
import java.text.Normalizer;

/**
 * A password in clear, on its way to being hashed. It is brought into one form first, as RFC 8265
 * (OpaqueString) says: every space becomes the ASCII one, then normal form C, so that the same keys
 * on another keyboard give the same password.
 */
public final class Password {

  /** In code points; NIST SP 800-63B's minimum for a password that stands alone. */
  public static final int MIN_LENGTH = 8;

  /** In code points. */
  public static final int MAX_LENGTH = 128;

  private final String text;

  private Password(String text) {
    this.text = text;
  }

  /** Takes a password that somebody chooses; refuses short, long and common ones. */
  public static Password chosen(String text) {
    Password password = offered(text);
    int length = password.text.codePointCount(0, password.text.length());
    if (length < MIN_LENGTH || length > MAX_LENGTH) {
      throw new InvalidValue("must have from " + MIN_LENGTH + " to " + MAX_LENGTH + " characters");
    }
    if (CommonPasswords.contain(password.text)) {
      throw new InvalidValue("is among the most common passwords; choose another one");
    }
    return password;
  }

  /** Takes a password that is to be compared with the one chosen before; refuses nothing. */
  public static Password offered(String text) {
    StringBuilder spaced = new StringBuilder(text.length());
    text.codePoints()
        .map(each -> Character.getType(each) == Character.SPACE_SEPARATOR ? ' ' : each)
        .forEach(spaced::appendCodePoint);
    return new Password(Normalizer.normalize(spaced, Normalizer.Form.NFC));
  }

  /** Whether it is longer than any password can be; hashing it would be work for nothing. */
  public boolean isOverlong() {
    return text.codePointCount(0, text.length()) > MAX_LENGTH;
  }

  /** The password itself, for the hasher alone. */
  public String reveal() {
    return text;
  }

  /** Stays out of logs. */
  @Override
  public String toString() {
    return "Password[hidden]";
  }
}
