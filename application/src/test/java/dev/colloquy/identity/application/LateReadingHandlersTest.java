package dev.colloquy.identity.application;

/** The same on adapters that complete late, on other threads. */
final class LateReadingHandlersTest extends ReadingHandlersTest {

  @Override
  IdentityWorld world() {
    return IdentityWorld.late();
  }
}
