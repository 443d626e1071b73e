package dev.colloquy.usage.domain;

/** The tiers of users, as far as quotas know them: by their names. */
public enum Plan {
  FREE,
  PRO,
  ENTERPRISE
}
