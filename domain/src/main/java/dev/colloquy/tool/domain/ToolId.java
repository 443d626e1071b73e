package dev.colloquy.tool.domain;

import java.nio.charset.StandardCharsets;
import java.util.UUID;

/** One tool. */
public record ToolId(UUID value) {

  /** The id of a built-in tool: the same on every node and after every start. */
  public static ToolId builtIn(ToolName name) {
    return named("built-in tool " + name);
  }

  /** The id of an MCP server's tool: the same whatever the server is called. */
  public static ToolId ofMcp(McpServerId server, String tool) {
    return named("tool of " + server + " " + tool);
  }

  private static ToolId named(String text) {
    return new ToolId(UUID.nameUUIDFromBytes(text.getBytes(StandardCharsets.UTF_8)));
  }

  @Override
  public String toString() {
    return value.toString();
  }
}
