package dev.colloquy.workspace.adapter.rest;

import dev.colloquy.shared.adapter.rest.answer.CarriesSecret;
import dev.colloquy.shared.adapter.rest.answer.Text;
import dev.colloquy.workspace.domain.Invitation;
import dev.colloquy.workspace.domain.port.in.ManageInvitations.Offered;
import java.time.Instant;
import java.util.UUID;

/**
 * A new invitation.
 *
 * @param token what the invited person answers with; shown this once
 */
record OfferedInvitationView(
    UUID id,
    UUID workspaceId,
    String email,
    String role,
    UUID invitedBy,
    String token,
    Instant createdAt,
    Instant expiresAt)
    implements CarriesSecret {

  static OfferedInvitationView of(Offered offered) {
    Invitation invitation = offered.invitation();
    return new OfferedInvitationView(
        invitation.id().value(),
        invitation.workspace().value(),
        invitation.email().value(),
        Text.of(invitation.role()),
        invitation.invitedBy().value(),
        offered.token(),
        invitation.createdAt(),
        invitation.expiresAt());
  }

  @Override
  public Object withoutSecret() {
    return new InvitationView(id, workspaceId, email, role, invitedBy, createdAt, expiresAt);
  }
}
