package dev.colloquy.workspace.adapter.rest;

import dev.colloquy.shared.adapter.rest.body.Fields;
import dev.colloquy.shared.adapter.rest.body.Json;
import dev.colloquy.shared.adapter.rest.body.JsonBody;
import dev.colloquy.shared.domain.UserId;
import dev.colloquy.workspace.domain.MemberRole;
import dev.colloquy.workspace.domain.port.in.ManageMembers.Newcomer;
import java.util.Optional;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A new member, by id or by email address, never both. */
record AddMemberRequest(
    @Schema(implementation = UUID.class) Optional<UserId> userId,
    @Schema(implementation = String.class, maxLength = 254) Optional<String> email,
    @Schema(
            implementation = String.class,
            enumeration = {"admin", "editor", "viewer"})
        MemberRole role)
    implements JsonBody {

  static AddMemberRequest from(Fields fields) {
    if (fields.has("user_id") == fields.has("email")) {
      fields.refuse("user_id", "is required, or else \"email\"; never both");
    }
    return new AddMemberRequest(
        fields.optional("user_id", Json.id(UserId::new)),
        fields.optional("email", Json.text()),
        fields.required("role", GrantableRole.JSON));
  }

  Newcomer newcomer() {
    return userId
        .<Newcomer>map(Newcomer.ById::new)
        .orElseGet(() -> new Newcomer.ByEmail(email.orElseThrow()));
  }
}
