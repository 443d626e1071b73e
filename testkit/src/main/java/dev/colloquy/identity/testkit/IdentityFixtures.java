package dev.colloquy.identity.testkit;

import java.time.Instant;

/** What identity's tests share. */
public final class IdentityFixtures {

  public static final Instant NOON = Instant.parse("2026-01-01T12:00:00Z");

  private IdentityFixtures() {}
}
