package dev.colloquy.workspace.adapter.rest;

import dev.colloquy.shared.adapter.rest.body.Fields;
import dev.colloquy.shared.adapter.rest.body.JsonBody;
import dev.colloquy.workspace.domain.InvitedEmail;
import dev.colloquy.workspace.domain.MemberRole;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Whom to invite, and as what. */
record InvitationRequest(
    @Schema(implementation = String.class, maxLength = 254, examples = "grace@example.com")
        InvitedEmail email,
    @Schema(
            implementation = String.class,
            enumeration = {"admin", "editor", "viewer"})
        MemberRole role)
    implements JsonBody {

  static InvitationRequest from(Fields fields) {
    return new InvitationRequest(
        fields.required("email", InvitedEmail::new), fields.required("role", GrantableRole.JSON));
  }
}
