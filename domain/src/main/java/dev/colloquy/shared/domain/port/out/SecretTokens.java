package dev.colloquy.shared.domain.port.out;

/** Secrets that are shown once and kept only as hashes. */
public interface SecretTokens {

  /** A fresh secret of 256 random bits, in characters that may stand in a URL. */
  String next();

  /** SHA-256 of the secret in hexadecimal; a secret this random needs no slow hash. */
  String hash(String token);
}
