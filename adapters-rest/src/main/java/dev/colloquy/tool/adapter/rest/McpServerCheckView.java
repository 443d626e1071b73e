package dev.colloquy.tool.adapter.rest;

import dev.colloquy.tool.domain.McpServerCheck;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * How a server did when it was last asked.
 *
 * @param latencyMs until it had answered, or until it had not
 */
record McpServerCheckView(
    Instant checkedAt, boolean ok, long latencyMs, @Nullable McpServerErrorView error) {

  static McpServerCheckView of(McpServerCheck it) {
    return new McpServerCheckView(
        it.at(),
        it.isOk(),
        it.latency().toMillis(),
        it.failure().map(McpServerErrorView::of).orElse(null));
  }
}
