package dev.colloquy.identity.application;

/** The same on adapters that complete late, on other threads. */
final class LateAccountHandlersTest extends AccountHandlersTest {

  @Override
  IdentityWorld world() {
    return IdentityWorld.late();
  }
}
