package dev.colloquy.tool.domain;

/** An MCP server was asked and did not answer as it should. */
public final class McpCallFailed extends RuntimeException {

  private final McpFailure failure;

  public McpCallFailed(McpFailure failure) {
    super(failure.sentence(), null, false, false);
    this.failure = failure;
  }

  public McpFailure failure() {
    return failure;
  }
}
