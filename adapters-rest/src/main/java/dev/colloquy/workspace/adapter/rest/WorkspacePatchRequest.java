package dev.colloquy.workspace.adapter.rest;

import dev.colloquy.shared.adapter.rest.body.Fields;
import dev.colloquy.shared.adapter.rest.body.Json;
import dev.colloquy.shared.adapter.rest.body.JsonBody;
import dev.colloquy.workspace.domain.Description;
import dev.colloquy.workspace.domain.WorkspaceName;
import dev.colloquy.workspace.domain.WorkspacePatch;
import dev.colloquy.workspace.domain.WorkspaceType;
import java.util.Map;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A partial change; what is not mentioned stays, settings and metadata are merged. */
record WorkspacePatchRequest(
    @Schema(implementation = String.class, minLength = 1, maxLength = 100)
        Optional<WorkspaceName> name,
    @Schema(implementation = String.class, minLength = 1, maxLength = 500)
        Optional<Description> description,
    @Schema(
            implementation = String.class,
            enumeration = {"general", "client", "personal", "research"})
        Optional<WorkspaceType> type,
    @Schema(implementation = Object.class) Optional<Map<String, @Nullable Object>> settings,
    @Schema(implementation = Object.class) Optional<Map<String, @Nullable Object>> metadata)
    implements JsonBody {

  static WorkspacePatchRequest from(Fields fields) {
    return new WorkspacePatchRequest(
        fields.change("name", WorkspaceName::new),
        fields.change("description", Description::new),
        fields.change("type", Json.oneOf(WorkspaceType.class)),
        fields.change("settings", Json.object()),
        fields.metadataPatch());
  }

  WorkspacePatch patch() {
    return new WorkspacePatch(name, description, type, settings, metadata);
  }
}
