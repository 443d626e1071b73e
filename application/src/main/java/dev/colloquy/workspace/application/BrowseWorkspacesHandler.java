package dev.colloquy.workspace.application;

import dev.colloquy.shared.domain.Actor;
import dev.colloquy.shared.domain.CommonException.AccessDenied;
import dev.colloquy.shared.domain.KeyScope;
import dev.colloquy.shared.domain.Page;
import dev.colloquy.shared.domain.PageRequest;
import dev.colloquy.shared.domain.WorkspaceId;
import dev.colloquy.workspace.domain.MyWorkspace;
import dev.colloquy.workspace.domain.WorkspaceRight;
import dev.colloquy.workspace.domain.WorkspaceStats;
import dev.colloquy.workspace.domain.WorkspaceStatus;
import dev.colloquy.workspace.domain.port.in.BrowseWorkspaces;
import dev.colloquy.workspace.domain.port.out.WorkspaceReadModel;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

/** Reads workspaces for their members. */
public final class BrowseWorkspacesHandler implements BrowseWorkspaces {

  private final WorkspaceAccess access;
  private final WorkspaceReadModel readModel;

  public BrowseWorkspacesHandler(WorkspaceAccess access, WorkspaceReadModel readModel) {
    this.access = access;
    this.readModel = readModel;
  }

  @Override
  public CompletionStage<Page<MyWorkspace>> list(
      Actor.OfUser actor, Optional<WorkspaceStatus> status, PageRequest page) {
    return actor.has(KeyScope.READ)
        ? readModel.workspacesOf(actor, status, page)
        : CompletableFuture.failedFuture(new AccessDenied("This API key may not read."));
  }

  @Override
  public CompletionStage<MyWorkspace> get(Actor.OfUser actor, WorkspaceId workspace) {
    return access
        .of(actor, workspace)
        .thenApply(standing -> standing.demand(WorkspaceRight.READ).mine());
  }

  @Override
  public CompletionStage<WorkspaceStats> stats(Actor.OfUser actor, WorkspaceId workspace) {
    return access
        .of(actor, workspace)
        .thenApply(standing -> standing.demand(WorkspaceRight.READ))
        .thenCompose(standing -> readModel.statsOf(workspace));
  }
}
