package dev.colloquy.identity.domain;

/** Whether an account may be used. */
public enum UserStatus {
  /** Registered; the address is still to be verified. */
  PENDING,
  ACTIVE,
  /** Laid down; kept for what it made. */
  INACTIVE,
  /** Locked by an administrator. */
  SUSPENDED,
  /** Gone for everybody; the row stays for what refers to it. */
  DELETED
}
