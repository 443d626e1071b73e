package dev.colloquy.workspace.application;

import dev.colloquy.shared.domain.Actor;
import dev.colloquy.shared.domain.CommonException.NotFound;
import dev.colloquy.shared.domain.Scope;
import dev.colloquy.shared.domain.WorkspaceId;
import dev.colloquy.shared.domain.port.out.Memberships;
import dev.colloquy.workspace.domain.Standing;
import dev.colloquy.workspace.domain.Workspace;
import dev.colloquy.workspace.domain.port.out.Workspaces;
import java.util.Optional;
import java.util.concurrent.CompletionStage;

/** Finds a workspace together with what the actor is in it. */
public final class WorkspaceAccess {

  private final Workspaces workspaces;
  private final Memberships memberships;

  public WorkspaceAccess(Workspaces workspaces, Memberships memberships) {
    this.workspaces = workspaces;
    this.memberships = memberships;
  }

  /** Fails with {@link NotFound} where there is no such workspace or it is deleted. */
  CompletionStage<Standing> of(Actor.OfUser actor, WorkspaceId id) {
    return ofEvenDeleted(actor, id).thenApply(WorkspaceAccess::notDeleted);
  }

  /** As {@link #of}, but finds deleted workspaces too. */
  CompletionStage<Standing> ofEvenDeleted(Actor.OfUser actor, WorkspaceId id) {
    return workspaces
        .find(id)
        .thenApply(WorkspaceAccess::present)
        .thenCompose(
            workspace ->
                memberships
                    .rolesOf(actor, new Scope.OfWorkspace(id))
                    .thenApply(roles -> new Standing(workspace, actor, roles)));
  }

  private static Workspace present(Optional<Workspace> found) {
    return found.orElseThrow(() -> new NotFound("workspace"));
  }

  private static Standing notDeleted(Standing standing) {
    if (standing.workspace().isDeleted()) {
      throw new NotFound("workspace");
    }
    return standing;
  }
}
