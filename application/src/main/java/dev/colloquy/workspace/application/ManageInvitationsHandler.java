package dev.colloquy.workspace.application;

import dev.colloquy.shared.domain.Change;
import dev.colloquy.shared.domain.CommonException.NotFound;
import dev.colloquy.shared.domain.port.out.Ids;
import dev.colloquy.shared.domain.port.out.SecretTokens;
import dev.colloquy.shared.domain.port.out.UnitOfWork;
import dev.colloquy.workspace.domain.Invitation;
import dev.colloquy.workspace.domain.InvitationId;
import dev.colloquy.workspace.domain.Standing;
import dev.colloquy.workspace.domain.WorkspaceRight;
import dev.colloquy.workspace.domain.port.in.ManageInvitations;
import dev.colloquy.workspace.domain.port.out.Invitations;
import java.time.Clock;
import java.util.concurrent.CompletionStage;

/** Invites people and takes invitations back. */
public final class ManageInvitationsHandler implements ManageInvitations {

  private final UnitOfWork unitOfWork;
  private final WorkspaceAccess access;
  private final Invitations invitations;
  private final SecretTokens tokens;
  private final Ids ids;
  private final Clock clock;

  public ManageInvitationsHandler(
      UnitOfWork unitOfWork,
      WorkspaceAccess access,
      Invitations invitations,
      SecretTokens tokens,
      Ids ids,
      Clock clock) {
    this.unitOfWork = unitOfWork;
    this.access = access;
    this.invitations = invitations;
    this.tokens = tokens;
    this.ids = ids;
    this.clock = clock;
  }

  @Override
  public CompletionStage<Offered> invite(Invite command) {
    String token = tokens.next();
    return unitOfWork.inTransaction(
        () ->
            access
                .of(command.actor(), command.workspace())
                .thenApply(standing -> offered(standing, command))
                .thenCompose(change -> invitations.add(change, tokens.hash(token)))
                .thenApply(invitation -> new Offered(invitation, token)));
  }

  @Override
  public CompletionStage<Void> revoke(Revoke command) {
    return unitOfWork.inTransaction(
        () ->
            access
                .of(command.actor(), command.workspace())
                .thenApply(standing -> standing.demand(WorkspaceRight.MANAGE_MEMBERS))
                .thenCompose(
                    standing -> invitations.find(command.workspace(), command.invitation()))
                .thenApply(found -> found.orElseThrow(() -> new NotFound("invitation")))
                .thenApply(invitation -> invitation.revoke(command.actor(), clock.instant()))
                .thenCompose(invitations::save)
                .thenAccept(invitation -> {}));
  }

  private Change<Invitation> offered(Standing standing, Invite command) {
    standing.demand(WorkspaceRight.MANAGE_MEMBERS).workspace().writable();
    return Invitation.offer(
        command.actor(),
        new InvitationId(ids.next()),
        command.workspace(),
        command.email(),
        command.role(),
        clock.instant());
  }
}
