package dev.colloquy.workspace.application;

import dev.colloquy.shared.domain.Actor;
import dev.colloquy.shared.domain.Page;
import dev.colloquy.shared.domain.PageRequest;
import dev.colloquy.shared.domain.WorkspaceId;
import dev.colloquy.workspace.domain.Invitation;
import dev.colloquy.workspace.domain.WorkspaceRight;
import dev.colloquy.workspace.domain.port.in.BrowseInvitations;
import dev.colloquy.workspace.domain.port.out.Invitations;
import java.time.Clock;
import java.util.concurrent.CompletionStage;

/** Reads the open invitations to a workspace. */
public final class BrowseInvitationsHandler implements BrowseInvitations {

  private final WorkspaceAccess access;
  private final Invitations invitations;
  private final Clock clock;

  public BrowseInvitationsHandler(WorkspaceAccess access, Invitations invitations, Clock clock) {
    this.access = access;
    this.invitations = invitations;
    this.clock = clock;
  }

  @Override
  public CompletionStage<Page<Invitation>> list(
      Actor.OfUser actor, WorkspaceId workspace, PageRequest page) {
    return access
        .of(actor, workspace)
        .thenApply(standing -> standing.demand(WorkspaceRight.READ_INVITATIONS))
        .thenCompose(standing -> invitations.openIn(workspace, clock.instant(), page));
  }
}
