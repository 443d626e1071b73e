package dev.colloquy.shared.domain;

/** What a user is in the installation as a whole, apart from any workspace. */
public enum UserRole {
  USER,
  /** Runs the installation. Grants no right to read anybody's content. */
  ADMIN
}
