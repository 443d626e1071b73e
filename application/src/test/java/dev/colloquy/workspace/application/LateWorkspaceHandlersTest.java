package dev.colloquy.workspace.application;

/** The same on adapters that complete late, on other threads. */
final class LateWorkspaceHandlersTest extends WorkspaceHandlersTest {

  @Override
  WorkspaceWorld world() {
    return WorkspaceWorld.late();
  }
}
