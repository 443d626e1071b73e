package dev.colloquy.workspace.adapter.rest;

import dev.colloquy.shared.adapter.rest.answer.Text;
import dev.colloquy.workspace.domain.Invitation;
import java.time.Instant;
import java.util.UUID;

/** An open invitation. */
record InvitationView(
    UUID id,
    UUID workspaceId,
    String email,
    String role,
    UUID invitedBy,
    Instant createdAt,
    Instant expiresAt) {

  static InvitationView of(Invitation invitation) {
    return new InvitationView(
        invitation.id().value(),
        invitation.workspace().value(),
        invitation.email().value(),
        Text.of(invitation.role()),
        invitation.invitedBy().value(),
        invitation.createdAt(),
        invitation.expiresAt());
  }
}
