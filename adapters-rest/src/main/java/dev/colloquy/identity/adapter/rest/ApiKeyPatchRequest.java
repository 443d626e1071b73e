package dev.colloquy.identity.adapter.rest;

import dev.colloquy.identity.domain.ApiKeyName;
import dev.colloquy.identity.domain.ApiKeyPatch;
import dev.colloquy.shared.adapter.rest.body.Fields;
import dev.colloquy.shared.adapter.rest.body.Json;
import dev.colloquy.shared.adapter.rest.body.JsonBody;
import dev.colloquy.shared.domain.KeyScope;
import dev.colloquy.shared.domain.Patch;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A partial change; what is not mentioned stays, metadata is merged. */
record ApiKeyPatchRequest(
    @Schema(implementation = String.class, minLength = 1, maxLength = 100)
        Optional<ApiKeyName> name,
    @Schema(
            type = SchemaType.ARRAY,
            implementation = String.class,
            examples = "[\"read\", \"write\"]",
            description = "Some of read, write, run and admin.")
        Optional<List<KeyScope>> scopes,
    @Schema(implementation = Instant.class, nullable = true) Patch<Instant> expiresAt,
    @Schema(implementation = Object.class) Optional<Map<String, @Nullable Object>> metadata)
    implements JsonBody {

  static ApiKeyPatchRequest from(Fields fields) {
    return new ApiKeyPatchRequest(
        fields.change("name", ApiKeyName::new),
        fields.change("scopes", ApiKeyScopes.JSON),
        fields.patch("expires_at", Json.instant()),
        fields.metadataPatch());
  }

  ApiKeyPatch patch() {
    return new ApiKeyPatch(name, scopes.map(Set::copyOf), expiresAt, metadata);
  }
}
