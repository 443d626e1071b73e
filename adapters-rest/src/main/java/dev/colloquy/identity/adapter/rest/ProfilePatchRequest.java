package dev.colloquy.identity.adapter.rest;

import dev.colloquy.identity.domain.DisplayName;
import dev.colloquy.identity.domain.ProfilePatch;
import dev.colloquy.identity.domain.Username;
import dev.colloquy.shared.adapter.rest.body.Fields;
import dev.colloquy.shared.adapter.rest.body.JsonBody;
import dev.colloquy.shared.domain.Patch;
import java.util.Map;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A partial change; what is not mentioned stays, metadata is merged. */
record ProfilePatchRequest(
    @Schema(implementation = String.class, minLength = 3, maxLength = 255)
        Optional<Username> username,
    @Schema(implementation = String.class, minLength = 1, maxLength = 100)
        Optional<DisplayName> name,
    @Schema(implementation = String.class, nullable = true, maxLength = 100)
        Patch<DisplayName> firstName,
    @Schema(implementation = String.class, nullable = true, maxLength = 100)
        Patch<DisplayName> lastName,
    @Schema(implementation = Object.class) Optional<Map<String, @Nullable Object>> metadata)
    implements JsonBody {

  static ProfilePatchRequest from(Fields fields) {
    return new ProfilePatchRequest(
        fields.change("username", Username::new),
        fields.change("name", DisplayName::new),
        fields.patch("first_name", DisplayName::new),
        fields.patch("last_name", DisplayName::new),
        fields.metadataPatch());
  }

  ProfilePatch patch() {
    return new ProfilePatch(username, name, firstName, lastName, metadata);
  }
}
