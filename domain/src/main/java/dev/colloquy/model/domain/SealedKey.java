package dev.colloquy.model.domain;

/**
 * A provider's key as it is kept.
 *
 * @param sealed what nobody can read without the installation's secret key
 * @param hint the key's end, by which its owner knows it again; empty for short ones
 */
public record SealedKey(String sealed, String hint) {

  @Override
  public String toString() {
    return "SealedKey[…" + hint + "]";
  }
}
