package dev.colloquy.tool.domain.port.in;

import dev.colloquy.shared.domain.Actor;
import dev.colloquy.shared.domain.Page;
import dev.colloquy.shared.domain.PageRequest;
import dev.colloquy.tool.domain.McpServer;
import dev.colloquy.tool.domain.McpServerId;
import java.util.concurrent.CompletionStage;

/** Reads MCP servers; for administrators. Fails with {@code AccessDenied} for everybody else. */
public interface BrowseMcpServers {

  /** In the order in which they were set up. */
  CompletionStage<Page<McpServer>> list(Actor.OfUser actor, PageRequest page);

  /** Fails with {@code NotFound} too. */
  CompletionStage<McpServer> get(Actor.OfUser actor, McpServerId server);
}
