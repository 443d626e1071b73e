package dev.colloquy.workspace.application;

import dev.colloquy.shared.domain.UserId;
import dev.colloquy.workspace.domain.Workspace;
import dev.colloquy.workspace.domain.WorkspaceException.WorkspaceLimitExceeded;
import dev.colloquy.workspace.domain.port.out.Workspaces;
import java.util.concurrent.CompletionStage;

/** Keeps anybody from owning more workspaces than the policy allows. */
final class OwnerLimit {

  private final Workspaces workspaces;

  OwnerLimit(Workspaces workspaces) {
    this.workspaces = workspaces;
  }

  /** Fails with {@link WorkspaceLimitExceeded} where the user cannot own another one. */
  CompletionStage<Void> checkRoomFor(UserId owner) {
    return workspaces.countOwnedBy(owner).thenAccept(OwnerLimit::check);
  }

  private static void check(long owned) {
    if (owned >= Workspace.MAX_PER_OWNER) {
      throw new WorkspaceLimitExceeded(Workspace.MAX_PER_OWNER);
    }
  }
}
