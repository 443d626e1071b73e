package dev.colloquy.workspace.adapter.rest;

import dev.colloquy.shared.adapter.rest.body.Fields;
import dev.colloquy.shared.adapter.rest.body.Json;
import dev.colloquy.shared.adapter.rest.body.JsonBody;
import dev.colloquy.shared.domain.Metadata;
import dev.colloquy.workspace.domain.Description;
import dev.colloquy.workspace.domain.WorkspaceDraft;
import dev.colloquy.workspace.domain.WorkspaceName;
import dev.colloquy.workspace.domain.WorkspaceType;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Everything about a workspace that its owner writes. */
record WorkspaceRequest(
    @Schema(implementation = String.class, minLength = 1, maxLength = 100, examples = "Atlas")
        WorkspaceName name,
    @Schema(
            implementation = String.class,
            minLength = 1,
            maxLength = 500,
            examples = "All about the Atlas launch")
        Description description,
    @Schema(
            implementation = String.class,
            enumeration = {"general", "client", "personal", "research"},
            defaultValue = "general",
            required = false)
        Optional<WorkspaceType> type,
    @Schema(implementation = Object.class, required = false) Metadata settings,
    @Schema(implementation = Object.class, required = false) Metadata metadata)
    implements JsonBody {

  static WorkspaceRequest from(Fields fields) {
    return new WorkspaceRequest(
        fields.required("name", WorkspaceName::new),
        fields.required("description", Description::new),
        fields.optional("type", Json.oneOf(WorkspaceType.class)),
        fields.optional("settings", Json.metadata()).orElse(Metadata.empty()),
        fields.metadata());
  }

  WorkspaceDraft draft() {
    return new WorkspaceDraft(
        name, description, type.orElse(WorkspaceType.GENERAL), settings, metadata);
  }
}
