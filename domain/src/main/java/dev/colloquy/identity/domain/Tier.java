package dev.colloquy.identity.domain;

/** How much of the installation an account may use. */
public enum Tier {
  FREE,
  PRO,
  ENTERPRISE
}
