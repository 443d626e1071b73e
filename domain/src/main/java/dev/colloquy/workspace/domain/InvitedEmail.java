package dev.colloquy.workspace.domain;

import dev.colloquy.shared.domain.InvalidValue;
import dev.colloquy.shared.domain.Texts;
import java.util.Locale;
import java.util.regex.Pattern;

/** The address that an invitation is for; whoever accepts it must have this address. */
public record InvitedEmail(String value) {

  private static final Pattern SHAPE = Pattern.compile("[^\\s@]{1,64}@[^\\s@]{1,189}");

  public InvitedEmail {
    value = Texts.checked(value, 3, 254).toLowerCase(Locale.ROOT);
    if (!SHAPE.matcher(value).matches()) {
      throw new InvalidValue("must be an email address");
    }
  }

  /** Whether this is the same address, without regard to case. */
  public boolean isAddressOf(String email) {
    return value.equals(email.toLowerCase(Locale.ROOT));
  }

  @Override
  public String toString() {
    return value;
  }
}
