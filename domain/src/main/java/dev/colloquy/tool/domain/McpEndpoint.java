package dev.colloquy.tool.domain;

import java.util.Map;

/**
 * An MCP server as it is called.
 *
 * @param secrets its headers or variables, which show themselves to nobody
 */
public record McpEndpoint(
    McpServerId server, McpTransport transport, Map<String, McpSecret> secrets) {

  public McpEndpoint {
    secrets = Map.copyOf(secrets);
  }
}
