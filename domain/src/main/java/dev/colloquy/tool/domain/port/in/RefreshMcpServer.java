package dev.colloquy.tool.domain.port.in;

import dev.colloquy.shared.domain.Actor;
import dev.colloquy.tool.domain.McpServer;
import dev.colloquy.tool.domain.McpServerCheck;
import dev.colloquy.tool.domain.McpServerId;
import java.util.List;
import java.util.concurrent.CompletionStage;

/** Asks an MCP server what it offers; for administrators. */
public interface RefreshMcpServer {

  /**
   * What it offers, within 15 seconds; it is remembered. A server that does not answer is a result
   * and no failure: what it offered before stays. Fails with {@code AccessDenied}, {@code NotFound}
   * or {@code Conflict} where it was set up otherwise meanwhile.
   */
  CompletionStage<Outcome> handle(Actor.OfUser actor, McpServerId server);

  /**
   * What came of it.
   *
   * @param server as it is now
   * @param leftOut names of tools that cannot be offered to models as they are
   */
  record Outcome(McpServer server, McpServerCheck check, List<String> leftOut) {}
}
