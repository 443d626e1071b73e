package dev.colloquy.tool.domain;

/** Where a tool comes from. */
public enum ToolSource {
  /** Colloquy has it itself. */
  BUILT_IN,
  /** An MCP server offers it. */
  MCP
}
