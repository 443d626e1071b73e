package dev.colloquy.shared.domain;

/** What an API key may be used for; a key does nothing that is not among its scopes. */
public enum KeyScope {
  READ,
  WRITE,
  /** Starting and cancelling model runs. */
  RUN,
  /** The administrator's routes, where the key's user is an administrator. */
  ADMIN
}
