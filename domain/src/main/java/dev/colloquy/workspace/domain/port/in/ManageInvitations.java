package dev.colloquy.workspace.domain.port.in;

import dev.colloquy.shared.domain.Actor;
import dev.colloquy.shared.domain.WorkspaceId;
import dev.colloquy.workspace.domain.Invitation;
import dev.colloquy.workspace.domain.InvitationId;
import dev.colloquy.workspace.domain.InvitedEmail;
import dev.colloquy.workspace.domain.MemberRole;
import java.util.concurrent.CompletionStage;

/** Invites people to a workspace and takes invitations back; for owner and admins. */
public interface ManageInvitations {

  /**
   * Fails with {@code NotFound}, {@code AccessDenied}, {@code Archived}, and with {@code
   * ValidationError} where the role cannot be given. Whether the address belongs to a user is not
   * told.
   */
  CompletionStage<Offered> invite(Invite command);

  /** Fails with {@code NotFound} or {@code AccessDenied}; one that was answered stays answered. */
  CompletionStage<Void> revoke(Revoke command);

  record Invite(Actor.OfUser actor, WorkspaceId workspace, InvitedEmail email, MemberRole role) {}

  record Revoke(Actor.OfUser actor, WorkspaceId workspace, InvitationId invitation) {}

  /** An invitation with its token, which is never seen again. */
  record Offered(Invitation invitation, String token) {

    /** The token stays out of logs. */
    @Override
    public String toString() {
      return "Offered[" + invitation + "]";
    }
  }
}
