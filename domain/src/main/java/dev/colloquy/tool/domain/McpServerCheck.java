package dev.colloquy.tool.domain;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * How an MCP server did when it was last asked for something.
 *
 * @param latency until it had answered, or until it had not
 * @param failure empty where it answered
 */
public record McpServerCheck(Instant at, Duration latency, Optional<McpFailure> failure) {

  public boolean isOk() {
    return failure.isEmpty();
  }
}
