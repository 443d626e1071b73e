package dev.colloquy.tool.domain;

import java.util.UUID;

/** One MCP server. */
public record McpServerId(UUID value) {

  @Override
  public String toString() {
    return value.toString();
  }
}
