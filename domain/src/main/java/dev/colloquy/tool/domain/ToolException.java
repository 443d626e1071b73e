package dev.colloquy.tool.domain;

import dev.colloquy.shared.domain.DomainException;
import java.util.Map;

/** What the call of a tool is refused with. */
public abstract sealed class ToolException extends DomainException {

  private ToolException(String code, Kind kind, String detail) {
    super(code, kind, detail);
  }

  private ToolException(String code, Kind kind, String detail, Map<String, Object> parameters) {
    super(code, kind, detail, parameters);
  }

  /** The tool took its arguments and could do nothing with them. */
  public static final class ToolFailed extends ToolException {

    /** Takes a sentence that whoever called may read, be it a model. */
    public ToolFailed(String sentence) {
      super("TOOL_FAILED", Kind.INVALID, sentence);
    }
  }

  /** The tool did not answer in time. */
  public static final class ToolTimedOut extends ToolException {

    public ToolTimedOut() {
      super("TOOL_TIMEOUT", Kind.UNAVAILABLE, "The tool did not answer in time.");
    }
  }

  /** There are as many MCP servers as there may be. */
  public static final class McpServerLimitExceeded extends ToolException {

    public McpServerLimitExceeded(int limit) {
      super(
          "MCP_SERVER_LIMIT_EXCEEDED",
          Kind.CONFLICT,
          "There are " + limit + " MCP servers already; delete one first.",
          Map.of("limit", limit));
    }
  }
}
