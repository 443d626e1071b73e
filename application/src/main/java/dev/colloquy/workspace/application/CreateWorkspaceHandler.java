package dev.colloquy.workspace.application;

import dev.colloquy.shared.domain.Actor;
import dev.colloquy.shared.domain.Change;
import dev.colloquy.shared.domain.CommonException.AccessDenied;
import dev.colloquy.shared.domain.KeyScope;
import dev.colloquy.shared.domain.WorkspaceId;
import dev.colloquy.shared.domain.port.out.Ids;
import dev.colloquy.shared.domain.port.out.UnitOfWork;
import dev.colloquy.workspace.domain.MemberRole;
import dev.colloquy.workspace.domain.MyWorkspace;
import dev.colloquy.workspace.domain.Workspace;
import dev.colloquy.workspace.domain.port.in.CreateWorkspace;
import dev.colloquy.workspace.domain.port.out.Workspaces;
import java.time.Clock;
import java.util.concurrent.CompletionStage;

/** Opens workspaces. */
public final class CreateWorkspaceHandler implements CreateWorkspace {

  private final UnitOfWork unitOfWork;
  private final Workspaces workspaces;
  private final OwnerLimit limit;
  private final Ids ids;
  private final Clock clock;

  public CreateWorkspaceHandler(
      UnitOfWork unitOfWork, Workspaces workspaces, Ids ids, Clock clock) {
    this.unitOfWork = unitOfWork;
    this.workspaces = workspaces;
    this.limit = new OwnerLimit(workspaces);
    this.ids = ids;
    this.clock = clock;
  }

  @Override
  public CompletionStage<MyWorkspace> handle(Command command) {
    return unitOfWork.inTransaction(
        () ->
            limit
                .checkRoomFor(command.actor().user())
                .thenApply(room -> opened(command))
                .thenCompose(workspaces::add)
                .thenApply(workspace -> new MyWorkspace(workspace, MemberRole.OWNER)));
  }

  private Change<Workspace> opened(Command command) {
    Actor.OfUser actor = command.actor();
    WorkspaceId id = new WorkspaceId(ids.next());
    if (!actor.has(KeyScope.WRITE) || !actor.reaches(id)) {
      throw new AccessDenied("This API key may not open workspaces.");
    }
    return Workspace.open(actor, id, command.draft(), clock.instant());
  }
}
