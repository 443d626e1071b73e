package dev.colloquy.tool.domain;

/**
 * A tool with what was said of it.
 *
 * @param usual as it is where nothing is said
 */
public record AdministeredTool(Tool usual, ToolPolicy policy) {

  /** As models and people know it. */
  public Tool tool() {
    return policy.applied(usual);
  }
}
