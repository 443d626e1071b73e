package dev.colloquy.identity.domain;

/**
 * A password's hash as it is stored, with algorithm and parameters in front: PHC's string format
 * for Argon2id, or {@code $2…$} for bcrypt.
 */
public record PasswordHash(String value) {

  /** Stays out of logs. */
  @Override
  public String toString() {
    return "PasswordHash[hidden]";
  }
}
