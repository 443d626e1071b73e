package dev.colloquy.identity.adapter.rest;

import dev.colloquy.identity.domain.ApiKeyDraft;
import dev.colloquy.identity.domain.ApiKeyName;
import dev.colloquy.shared.adapter.rest.body.Fields;
import dev.colloquy.shared.adapter.rest.body.Json;
import dev.colloquy.shared.adapter.rest.body.JsonBody;
import dev.colloquy.shared.domain.KeyScope;
import dev.colloquy.shared.domain.Metadata;
import dev.colloquy.shared.domain.WorkspaceId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A key to be made. */
record ApiKeyRequest(
    @Schema(implementation = String.class, minLength = 1, maxLength = 100) ApiKeyName name,
    @Schema(
            type = SchemaType.ARRAY,
            implementation = String.class,
            examples = "[\"read\", \"write\"]",
            description = "Some of read, write, run and admin.")
        List<KeyScope> scopes,
    @Schema(
            implementation = String.class,
            format = "uuid",
            required = false,
            description = "The only workspace the key shall reach.")
        Optional<WorkspaceId> workspaceId,
    @Schema(implementation = Instant.class, required = false) Optional<Instant> expiresAt,
    @Schema(implementation = Object.class, required = false) Metadata metadata)
    implements JsonBody {

  static ApiKeyRequest from(Fields fields) {
    return new ApiKeyRequest(
        fields.required("name", ApiKeyName::new),
        fields.required("scopes", ApiKeyScopes.JSON),
        fields.optional("workspace_id", Json.id(WorkspaceId::new)),
        fields.optional("expires_at", Json.instant()),
        fields.metadata());
  }

  ApiKeyDraft draft() {
    return new ApiKeyDraft(name, Set.copyOf(scopes), expiresAt, metadata);
  }
}
