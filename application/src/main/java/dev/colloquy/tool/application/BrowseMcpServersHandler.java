package dev.colloquy.tool.application;

import dev.colloquy.shared.domain.Actor;
import dev.colloquy.shared.domain.CommonException.NotFound;
import dev.colloquy.shared.domain.Page;
import dev.colloquy.shared.domain.PageRequest;
import dev.colloquy.tool.domain.McpServer;
import dev.colloquy.tool.domain.McpServerId;
import dev.colloquy.tool.domain.port.in.BrowseMcpServers;
import dev.colloquy.tool.domain.port.out.McpServers;
import java.util.concurrent.CompletionStage;

/** Reads MCP servers for administrators. */
public final class BrowseMcpServersHandler implements BrowseMcpServers {

  private final McpServers servers;

  public BrowseMcpServersHandler(McpServers servers) {
    this.servers = servers;
  }

  @Override
  public CompletionStage<Page<McpServer>> list(Actor.OfUser actor, PageRequest page) {
    return Administrators.only(actor).thenCompose(administrator -> servers.list(page));
  }

  @Override
  public CompletionStage<McpServer> get(Actor.OfUser actor, McpServerId server) {
    return Administrators.only(actor)
        .thenCompose(administrator -> servers.find(server))
        .thenApply(found -> found.orElseThrow(() -> new NotFound("MCP server")));
  }
}
