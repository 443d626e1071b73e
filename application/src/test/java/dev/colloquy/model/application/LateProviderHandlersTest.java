package dev.colloquy.model.application;

/** The same on adapters that complete late, on other threads. */
final class LateProviderHandlersTest extends ProviderHandlersTest {

  @Override
  ProviderWorld world() {
    return ProviderWorld.late();
  }
}
