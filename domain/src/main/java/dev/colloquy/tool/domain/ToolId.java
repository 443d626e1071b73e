package dev.colloquy.tool.domain;

import java.nio.charset.StandardCharsets;
import java.util.UUID;

/** One tool. */
public record ToolId(UUID value) {

  /** The id of a built-in tool: the same on every node and after every start. */
  public static ToolId builtIn(ToolName name) {
    String text = "built-in tool " + name;
    return new ToolId(UUID.nameUUIDFromBytes(text.getBytes(StandardCharsets.UTF_8)));
  }

  @Override
  public String toString() {
    return value.toString();
  }
}
