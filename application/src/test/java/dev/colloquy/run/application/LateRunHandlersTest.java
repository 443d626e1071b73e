package dev.colloquy.run.application;

/** The same on adapters that complete late, on other threads. */
final class LateRunHandlersTest extends RunHandlersTest {

  @Override
  RunWorld world() {
    return RunWorld.late();
  }
}
