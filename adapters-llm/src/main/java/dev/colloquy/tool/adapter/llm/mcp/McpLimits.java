package dev.colloquy.tool.adapter.llm.mcp;

import java.time.Duration;

/**
 * What a server may take.
 *
 * @param messageBytes of one message
 * @param streamBytes of all that is said in answer to one request
 * @param connect how long it may take until both know each other
 * @param idle how long an unused connection is kept
 * @param requests how many may be under way
 */
record McpLimits(
    int messageBytes, long streamBytes, Duration connect, Duration idle, int requests) {

  static final McpLimits USUAL =
      new McpLimits(16 << 20, 32L << 20, Duration.ofSeconds(10), Duration.ofMinutes(10), 64);
}
