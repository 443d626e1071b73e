package dev.colloquy.tool.adapter.rest;

import dev.colloquy.shared.adapter.rest.body.Fields;
import dev.colloquy.shared.adapter.rest.body.Json;
import dev.colloquy.shared.adapter.rest.body.JsonBody;
import dev.colloquy.shared.domain.BaseUrl;
import dev.colloquy.tool.domain.McpSecret;
import dev.colloquy.tool.domain.McpServerDraft;
import dev.colloquy.tool.domain.McpServerName;
import dev.colloquy.tool.domain.McpTransport;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A partial change; what is not mentioned stays, and so does the transport. */
record McpServerPatchRequest(
    @Schema(implementation = String.class, minLength = 1, maxLength = 24)
        Optional<McpServerName> name,
    @Schema(implementation = String.class, maxLength = 2000) Optional<BaseUrl> url,
    @Schema(
            implementation = Object.class,
            writeOnly = true,
            description = "Merged; null takes one away. To be sent again for another server.")
        Optional<Map<String, Optional<McpSecret>>> headers,
    @Schema(implementation = String.class, maxLength = 4000) Optional<String> command,
    Optional<List<String>> arguments,
    @Schema(
            implementation = Object.class,
            writeOnly = true,
            description = "Merged; null takes one away. To be sent again for another program.")
        Optional<Map<String, Optional<McpSecret>>> environment,
    @Schema(implementation = Boolean.class) Optional<Boolean> enabled,
    @Schema(implementation = Boolean.class) Optional<Boolean> requiresApproval)
    implements JsonBody {

  static McpServerPatchRequest from(Fields fields) {
    return new McpServerPatchRequest(
        fields.change("name", McpServerName::new),
        fields.change("url", BaseUrl::of),
        fields.change("headers", McpServerFields.SECRETS),
        fields.change("command", McpTransport.Stdio::command),
        fields.change("arguments", McpServerFields.ARGUMENTS),
        fields.change("environment", McpServerFields.SECRETS),
        fields.change("enabled", Json.flag()),
        fields.change("requires_approval", Json.flag()));
  }

  McpServerDraft applyTo(McpServerDraft draft) {
    return new McpServerDraft(
        name.orElse(draft.name()),
        way(draft.transport()),
        enabled.orElse(draft.enabled()),
        requiresApproval.orElse(draft.needsApproval()));
  }

  /** Headers or variables that change; both are never there, see {@link #applyTo}. */
  Map<String, Optional<McpSecret>> secrets() {
    return headers.or(() -> environment).orElse(Map.of());
  }

  private McpTransport way(McpTransport before) {
    return switch (before) {
      case McpTransport.Http(var there) -> {
        McpServerFields.demandNone(command, arguments, environment);
        yield new McpTransport.Http(url.orElse(there));
      }
      case McpTransport.Stdio program -> {
        McpServerFields.demandNone(url, headers);
        yield new McpTransport.Stdio(
            command.orElse(program.command()), arguments.orElse(program.arguments()));
      }
    };
  }
}
