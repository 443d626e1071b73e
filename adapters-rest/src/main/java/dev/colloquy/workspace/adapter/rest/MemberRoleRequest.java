package dev.colloquy.workspace.adapter.rest;

import dev.colloquy.shared.adapter.rest.body.Fields;
import dev.colloquy.shared.adapter.rest.body.JsonBody;
import dev.colloquy.workspace.domain.MemberRole;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Another role for a member. */
record MemberRoleRequest(
    @Schema(
            implementation = String.class,
            enumeration = {"admin", "editor", "viewer"})
        MemberRole role)
    implements JsonBody {

  static MemberRoleRequest from(Fields fields) {
    return new MemberRoleRequest(fields.required("role", GrantableRole.JSON));
  }
}
