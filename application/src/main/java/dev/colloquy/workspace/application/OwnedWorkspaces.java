package dev.colloquy.workspace.application;

import dev.colloquy.identity.domain.port.out.AccountHolds;
import dev.colloquy.shared.domain.UserId;
import dev.colloquy.workspace.domain.port.out.Workspaces;
import java.util.concurrent.CompletionStage;

/** Keeps accounts from being deleted while they own a workspace. */
public final class OwnedWorkspaces implements AccountHolds {

  private final Workspaces workspaces;

  public OwnedWorkspaces(Workspaces workspaces) {
    this.workspaces = workspaces;
  }

  @Override
  public CompletionStage<Boolean> isHeld(UserId user) {
    return workspaces.countOwnedBy(user).thenApply(owned -> owned > 0);
  }
}
