package dev.colloquy.tool.adapter.rest;

import com.fasterxml.jackson.annotation.JsonRawValue;
import dev.colloquy.shared.adapter.rest.answer.Text;
import dev.colloquy.tool.domain.AdministeredTool;
import dev.colloquy.tool.domain.McpServerId;
import dev.colloquy.tool.domain.Tool;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * A tool as administrators see it.
 *
 * @param mcpServerId who offers it; null for Colloquy's own
 * @param enabled whether it is there for models and people
 * @param requiresApproval whether somebody has to allow each call that a model asks for
 * @param unseen whether its server said unasked that it is so; until an administrator has the
 *     server asked, each call has to be allowed
 * @param version 0 where nothing was said of it yet
 */
record AdministeredToolView(
    UUID id,
    String name,
    String description,
    @Schema(implementation = Object.class, description = "JSON Schema (2020-12) of the arguments.")
        @JsonRawValue
        String parameters,
    String source,
    @Nullable UUID mcpServerId,
    boolean enabled,
    boolean requiresApproval,
    boolean unseen,
    long version) {

  static AdministeredToolView of(AdministeredTool it) {
    Tool tool = it.tool();
    return new AdministeredToolView(
        tool.id().value(),
        tool.name().value(),
        tool.description(),
        tool.parameters(),
        Text.of(tool.source()),
        it.policy().server().map(McpServerId::value).orElse(null),
        it.policy().enabled(),
        tool.needsApproval(),
        tool.unseen(),
        it.policy().version());
  }
}
