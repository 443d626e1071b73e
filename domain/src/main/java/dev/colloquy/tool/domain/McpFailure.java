package dev.colloquy.tool.domain;

/** Why an MCP server could not be asked, or what was wrong with its answer. */
public enum McpFailure {
  ADDRESS_REFUSED("The server's address leads where only the operator may let Colloquy go."),
  PROGRAMS_REFUSED("Only the operator may let Colloquy start programs."),
  REFUSED("The server refuses the request: see its address and its headers."),
  UNAVAILABLE("The server cannot be reached, or has died."),
  TIMEOUT("The server did not answer in time."),
  BROKEN("The server's answer breaks the protocol."),
  TOO_LARGE("The server's answer is larger than any may be.");

  private final String sentence;

  McpFailure(String sentence) {
    this.sentence = sentence;
  }

  /** As administrators read it. */
  public String code() {
    return "MCP_" + name();
  }

  /** A sentence of Colloquy's own; nothing that the server said. */
  public String sentence() {
    return sentence;
  }
}
