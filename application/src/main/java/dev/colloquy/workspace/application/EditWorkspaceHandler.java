package dev.colloquy.workspace.application;

import dev.colloquy.shared.domain.Change;
import dev.colloquy.shared.domain.port.out.UnitOfWork;
import dev.colloquy.workspace.domain.MemberRole;
import dev.colloquy.workspace.domain.MyWorkspace;
import dev.colloquy.workspace.domain.Standing;
import dev.colloquy.workspace.domain.Workspace;
import dev.colloquy.workspace.domain.WorkspaceRight;
import dev.colloquy.workspace.domain.port.in.EditWorkspace;
import dev.colloquy.workspace.domain.port.out.Workspaces;
import java.time.Clock;
import java.util.concurrent.CompletionStage;

/** Gives workspaces other contents. */
public final class EditWorkspaceHandler implements EditWorkspace {

  private final UnitOfWork unitOfWork;
  private final WorkspaceAccess access;
  private final Workspaces workspaces;
  private final Clock clock;

  public EditWorkspaceHandler(
      UnitOfWork unitOfWork, WorkspaceAccess access, Workspaces workspaces, Clock clock) {
    this.unitOfWork = unitOfWork;
    this.access = access;
    this.workspaces = workspaces;
    this.clock = clock;
  }

  @Override
  public CompletionStage<MyWorkspace> handle(Command command) {
    return unitOfWork.inTransaction(
        () ->
            access
                .of(command.actor(), command.workspace())
                .thenApply(standing -> edited(standing, command))
                .thenCompose(workspaces::save)
                .thenApply(workspace -> new MyWorkspace(workspace, MemberRole.OWNER)));
  }

  private Change<Workspace> edited(Standing standing, Command command) {
    Workspace workspace = standing.demand(WorkspaceRight.MANAGE).workspace();
    command.precondition().check(workspace.version());
    return workspace.edit(
        command.actor(), command.edit().apply(workspace.draft()), clock.instant());
  }
}
