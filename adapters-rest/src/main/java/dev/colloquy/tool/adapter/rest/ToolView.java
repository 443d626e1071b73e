package dev.colloquy.tool.adapter.rest;

import com.fasterxml.jackson.annotation.JsonRawValue;
import dev.colloquy.shared.adapter.rest.answer.Text;
import dev.colloquy.tool.domain.Tool;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * A tool.
 *
 * @param requiresApproval whether somebody has to allow each call that a model asks for
 */
record ToolView(
    UUID id,
    String name,
    String description,
    @Schema(implementation = Object.class, description = "JSON Schema (2020-12) of the arguments.")
        @JsonRawValue
        String parameters,
    String source,
    boolean requiresApproval) {

  static ToolView of(Tool it) {
    return new ToolView(
        it.id().value(),
        it.name().value(),
        it.description(),
        it.parameters(),
        Text.of(it.source()),
        it.needsApproval());
  }
}
