package dev.colloquy.tool.adapter.rest;

import dev.colloquy.tool.domain.ToolResult;

/**
 * What a tool came to.
 *
 * @param truncated whether there was more
 */
record ToolResultView(String result, boolean truncated) {

  static ToolResultView of(ToolResult it) {
    return new ToolResultView(it.text(), it.truncated());
  }
}
