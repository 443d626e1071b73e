package dev.colloquy.identity.application;

/** The same on adapters that complete late, on other threads. */
final class LateLoginHandlersTest extends LoginHandlersTest {

  @Override
  IdentityWorld world() {
    return IdentityWorld.late();
  }
}
