package dev.colloquy.tool.domain;

/** The value of a header or of a variable that an MCP server gets; it shows itself to nobody. */
public record McpSecret(String value) {

  @Override
  public String toString() {
    return "McpSecret[…]";
  }
}
