package dev.colloquy.tool.adapter.rest;

import dev.colloquy.shared.adapter.rest.body.Fields;
import dev.colloquy.shared.adapter.rest.body.Json;
import dev.colloquy.shared.adapter.rest.body.JsonBody;
import dev.colloquy.shared.domain.BaseUrl;
import dev.colloquy.shared.domain.CommonException.ValidationError;
import dev.colloquy.tool.domain.McpSecret;
import dev.colloquy.tool.domain.McpServerDraft;
import dev.colloquy.tool.domain.McpServerName;
import dev.colloquy.tool.domain.McpTransport;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A new MCP server. */
record McpServerRequest(
    @Schema(
            implementation = String.class,
            minLength = 1,
            maxLength = 24,
            examples = "weather",
            description = "Lower case; its tools' names begin with it.")
        McpServerName name,
    @Schema(
            implementation = String.class,
            enumeration = {"streamable_http", "stdio"},
            description = "stdio starts a program; the operator has to allow that.")
        McpTransport.Kind transport,
    @Schema(
            implementation = String.class,
            required = false,
            maxLength = 2000,
            examples = "https://mcp.example.com/mcp",
            description = "Of streamable_http, which needs it.")
        Optional<BaseUrl> url,
    @Schema(
            implementation = Object.class,
            required = false,
            writeOnly = true,
            examples = "{\"Authorization\":\"Bearer …\"}",
            description = "Sent with each request; kept encrypted and never shown again.")
        Optional<Map<String, Optional<McpSecret>>> headers,
    @Schema(
            implementation = String.class,
            required = false,
            maxLength = 4000,
            examples = "npx",
            description = "Of stdio, which needs it.")
        Optional<String> command,
    @Schema(required = false, description = "Passed on as they are, without a shell.")
        Optional<List<String>> arguments,
    @Schema(
            implementation = Object.class,
            required = false,
            writeOnly = true,
            examples = "{\"PATH\":\"/usr/bin\"}",
            description = "All that the program gets; kept encrypted and never shown again.")
        Optional<Map<String, Optional<McpSecret>>> environment,
    @Schema(implementation = Boolean.class, defaultValue = "true", required = false)
        Optional<Boolean> enabled,
    @Schema(
            implementation = Boolean.class,
            defaultValue = "true",
            required = false,
            description = "Whether each call that a model asks for has to be allowed.")
        Optional<Boolean> requiresApproval)
    implements JsonBody {

  static McpServerRequest from(Fields fields) {
    return new McpServerRequest(
        fields.required("name", McpServerName::new),
        fields.required("transport", Json.oneOf(McpTransport.Kind.class)),
        fields.optional("url", BaseUrl::of),
        fields.optional("headers", McpServerFields.SECRETS),
        fields.optional("command", McpTransport.Stdio::command),
        fields.optional("arguments", McpServerFields.ARGUMENTS),
        fields.optional("environment", McpServerFields.SECRETS),
        fields.optional("enabled", Json.flag()),
        fields.optional("requires_approval", Json.flag()));
  }

  McpServerDraft draft() {
    return new McpServerDraft(name, way(), enabled.orElse(true), requiresApproval.orElse(true));
  }

  /** Headers or variables, as the transport has it. */
  Map<String, McpSecret> secrets() {
    return McpServerFields.sent(
        transport.secretsPointer(),
        switch (transport) {
          case STREAMABLE_HTTP -> headers.orElse(Map.of());
          case STDIO -> environment.orElse(Map.of());
        });
  }

  private McpTransport way() {
    return switch (transport) {
      case STREAMABLE_HTTP -> {
        McpServerFields.demandNone(command, arguments, environment);
        yield new McpTransport.Http(url.orElseThrow(() -> missing("/url")));
      }
      case STDIO -> {
        McpServerFields.demandNone(url, headers);
        yield new McpTransport.Stdio(
            command.orElseThrow(() -> missing("/command")), arguments.orElse(List.of()));
      }
    };
  }

  private static ValidationError missing(String pointer) {
    return ValidationError.at(pointer, "is required for this transport");
  }
}
