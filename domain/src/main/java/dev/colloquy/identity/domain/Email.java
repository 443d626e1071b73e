package dev.colloquy.identity.domain;

import dev.colloquy.shared.domain.InvalidValue;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * An email address, kept as it was written and unique without regard to case. Only the ASCII form
 * that every mail server takes (RFC 5321) is accepted, so that no two addresses look alike and
 * differ: a domain in another script is written in its {@code xn--} form.
 */
public record Email(String value) {

  /** RFC 5321, 4.5.3.1: a path of 256 octets without its two brackets. */
  public static final int MAX_LENGTH = 254;

  private static final int MAX_LOCAL_LENGTH = 64;

  private static final Pattern LOCAL =
      Pattern.compile("[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]+(\\.[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]+)*");

  private static final Pattern DOMAIN =
      Pattern.compile(
          "([A-Za-z0-9]([A-Za-z0-9-]{0,61}[A-Za-z0-9])?\\.)*"
              + "[A-Za-z0-9]([A-Za-z0-9-]{0,61}[A-Za-z0-9])?");

  public Email {
    if (value.length() > MAX_LENGTH) {
      throw new InvalidValue("must have at most " + MAX_LENGTH + " characters");
    }
    int at = value.lastIndexOf('@');
    if (at < 1
        || at > MAX_LOCAL_LENGTH
        || !LOCAL.matcher(value.substring(0, at)).matches()
        || !DOMAIN.matcher(value.substring(at + 1)).matches()) {
      throw new InvalidValue("must be an email address in ASCII, such as ada@example.org");
    }
  }

  /** What stands before the {@code @}. */
  public String local() {
    return value.substring(0, value.lastIndexOf('@'));
  }

  /** What makes two addresses the same account. */
  public String key() {
    return value.toLowerCase(Locale.ROOT);
  }

  @Override
  public String toString() {
    return value;
  }
}
