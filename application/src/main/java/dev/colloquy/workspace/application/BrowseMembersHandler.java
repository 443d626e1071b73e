package dev.colloquy.workspace.application;

import dev.colloquy.shared.domain.Actor;
import dev.colloquy.shared.domain.Page;
import dev.colloquy.shared.domain.PageRequest;
import dev.colloquy.shared.domain.WorkspaceId;
import dev.colloquy.workspace.domain.NamedMember;
import dev.colloquy.workspace.domain.WorkspaceRight;
import dev.colloquy.workspace.domain.port.in.BrowseMembers;
import dev.colloquy.workspace.domain.port.out.WorkspaceReadModel;
import java.util.concurrent.CompletionStage;

/** Reads who belongs to a workspace. */
public final class BrowseMembersHandler implements BrowseMembers {

  private final WorkspaceAccess access;
  private final WorkspaceReadModel readModel;

  public BrowseMembersHandler(WorkspaceAccess access, WorkspaceReadModel readModel) {
    this.access = access;
    this.readModel = readModel;
  }

  @Override
  public CompletionStage<Page<NamedMember>> list(
      Actor.OfUser actor, WorkspaceId workspace, PageRequest page) {
    return access
        .of(actor, workspace)
        .thenApply(standing -> standing.demand(WorkspaceRight.READ))
        .thenCompose(standing -> readModel.membersOf(workspace, page));
  }
}
