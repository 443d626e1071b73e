package dev.colloquy.workspace.application;

import dev.colloquy.shared.domain.InTurn;
import dev.colloquy.shared.domain.WorkspaceId;
import dev.colloquy.shared.domain.port.out.UnitOfWork;
import dev.colloquy.workspace.domain.MemberRole;
import dev.colloquy.workspace.domain.MyWorkspace;
import dev.colloquy.workspace.domain.Standing;
import dev.colloquy.workspace.domain.Workspace;
import dev.colloquy.workspace.domain.WorkspaceRight;
import dev.colloquy.workspace.domain.port.in.ManageLifecycle;
import dev.colloquy.workspace.domain.port.out.WorkspaceCloses;
import dev.colloquy.workspace.domain.port.out.Workspaces;
import java.time.Clock;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

/** Archives, restores and deletes workspaces, and tells the contexts above. */
public final class ManageLifecycleHandler implements ManageLifecycle {

  private final UnitOfWork unitOfWork;
  private final WorkspaceAccess access;
  private final Workspaces workspaces;
  private final OwnerLimit limit;
  private final List<WorkspaceCloses> above;
  private final Clock clock;

  public ManageLifecycleHandler(
      UnitOfWork unitOfWork,
      WorkspaceAccess access,
      Workspaces workspaces,
      List<WorkspaceCloses> above,
      Clock clock) {
    this.unitOfWork = unitOfWork;
    this.access = access;
    this.workspaces = workspaces;
    this.limit = new OwnerLimit(workspaces);
    this.above = List.copyOf(above);
    this.clock = clock;
  }

  @Override
  public CompletionStage<MyWorkspace> archive(Command command) {
    return unitOfWork.inTransaction(
        () ->
            access
                .of(command.actor(), command.workspace())
                .thenApply(standing -> managed(standing, command))
                .thenApply(workspace -> workspace.archive(command.actor(), clock.instant()))
                .thenCompose(workspaces::save)
                .thenCompose(this::closed)
                .thenApply(workspace -> new MyWorkspace(workspace, MemberRole.OWNER)));
  }

  @Override
  public CompletionStage<Void> delete(Command command) {
    return unitOfWork.inTransaction(
        () ->
            access
                .of(command.actor(), command.workspace())
                .thenApply(standing -> managed(standing, command))
                .thenApply(workspace -> workspace.delete(command.actor(), clock.instant()))
                .thenCompose(workspaces::save)
                .thenCompose(this::closed)
                .thenAccept(workspace -> {}));
  }

  @Override
  public CompletionStage<MyWorkspace> restore(Command command) {
    return unitOfWork.inTransaction(
        () ->
            access
                .ofEvenDeleted(command.actor(), command.workspace())
                .thenApply(standing -> managed(standing, command))
                .thenCompose(this::withRoom)
                .thenApply(workspace -> workspace.restore(command.actor(), clock.instant()))
                .thenCompose(workspaces::save)
                .thenCompose(this::reopened)
                .thenApply(workspace -> new MyWorkspace(workspace, MemberRole.OWNER)));
  }

  private static Workspace managed(Standing standing, Command command) {
    Workspace workspace = standing.demand(WorkspaceRight.MANAGE).workspace();
    command.precondition().check(workspace.version());
    return workspace;
  }

  /** A deleted workspace does not count until it comes back. */
  private CompletionStage<Workspace> withRoom(Workspace workspace) {
    return workspace.isDeleted()
        ? limit.checkRoomFor(workspace.owner()).thenApply(room -> workspace)
        : CompletableFuture.completedFuture(workspace);
  }

  private CompletionStage<Workspace> closed(Workspace workspace) {
    WorkspaceId id = workspace.id();
    return InTurn.each(above, each -> each.closed(id)).thenApply(done -> workspace);
  }

  private CompletionStage<Workspace> reopened(Workspace workspace) {
    WorkspaceId id = workspace.id();
    return InTurn.each(above, each -> each.reopened(id)).thenApply(done -> workspace);
  }
}
