package dev.colloquy.tool.adapter.rest;

import dev.colloquy.shared.adapter.rest.body.Fields;
import dev.colloquy.shared.adapter.rest.body.Json;
import dev.colloquy.shared.adapter.rest.body.JsonBody;
import dev.colloquy.shared.domain.Patch;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What is said of a tool; what is not mentioned stays. */
record ToolPatchRequest(
    @Schema(implementation = Boolean.class) Optional<Boolean> enabled,
    @Schema(
            implementation = Boolean.class,
            nullable = true,
            description = "null for what is usual for the tool, or for its server.")
        Patch<Boolean> requiresApproval)
    implements JsonBody {

  static ToolPatchRequest from(Fields fields) {
    return new ToolPatchRequest(
        fields.change("enabled", Json.flag()), fields.patch("requires_approval", Json.flag()));
  }
}
