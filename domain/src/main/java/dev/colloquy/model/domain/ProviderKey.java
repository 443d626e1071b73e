package dev.colloquy.model.domain;

/** A secret that opens a provider's API; it shows itself to nobody. */
public record ProviderKey(String value) {

  private static final int SHOWN = 4;

  /** The last four characters, by which its owner knows it again; nothing of a short one. */
  public String hint() {
    return value.length() < 4 * SHOWN ? "" : value.substring(value.length() - SHOWN);
  }

  @Override
  public String toString() {
    return "ProviderKey[…" + hint() + "]";
  }
}
