package dev.colloquy.model.domain;

import dev.colloquy.shared.domain.InvalidValue;
import java.util.regex.Pattern;

/** A secret that opens a provider's API; it shows itself to nobody. */
public record ProviderKey(String value) {

  private static final int SHOWN = 4;
  private static final Pattern SENDABLE = Pattern.compile("[\\x21-\\x7e]{1,1000}");

  /**
   * A key as an administrator sends it.
   *
   * @throws InvalidValue where it fits into no header
   */
  public static ProviderKey sent(String text) {
    if (!SENDABLE.matcher(text).matches()) {
      throw new InvalidValue("must have from 1 to 1000 visible ASCII characters");
    }
    return new ProviderKey(text);
  }

  /** The last four characters, by which its owner knows it again; nothing of a short one. */
  public String hint() {
    return value.length() < 4 * SHOWN ? "" : value.substring(value.length() - SHOWN);
  }

  @Override
  public String toString() {
    return "ProviderKey[…" + hint() + "]";
  }
}
