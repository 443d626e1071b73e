package dev.colloquy.identity.domain;

/** What is throttled, and by what it is told apart. */
public enum Throttle {
  /** Logins to one account, under the name that was typed, whether it exists or not. */
  LOGIN_BY_ACCOUNT,
  /** Logins from one address. */
  LOGIN_BY_ADDRESS,
  /** Refreshes from one address. */
  REFRESH_BY_ADDRESS,
  /** Registrations from one address, and tries of the set-up token. */
  REGISTRATION_BY_ADDRESS
}
