package dev.colloquy.tool.application;

import dev.colloquy.shared.domain.Cause;
import dev.colloquy.shared.domain.port.out.Timers;
import dev.colloquy.tool.domain.McpEndpoint;
import dev.colloquy.tool.domain.McpServer;
import dev.colloquy.tool.domain.port.out.McpClient;
import dev.colloquy.tool.domain.port.out.McpServers;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.util.List;

/**
 * Lets go of servers that another node has taken away, switched off or set up otherwise, once their
 * calls have ended; programs end with that. Has those asked again that say that they offer
 * something else. On every node, which looks only while it holds any.
 */
public final class McpServerWatch {

  private static final Logger LOG = System.getLogger(McpServerWatch.class.getName());
  private static final Duration PERIOD = Duration.ofSeconds(5);

  private final McpServers servers;
  private final McpClient client;
  private final McpCalls calls;
  private final McpRelisting relisting;

  public McpServerWatch(
      McpServers servers, McpClient client, McpCalls calls, McpRelisting relisting) {
    this.servers = servers;
    this.client = client;
    this.calls = calls;
    this.relisting = relisting;
  }

  /** Begins to look. */
  public Timers.Cancellable start(Timers timers) {
    return timers.every(PERIOD, this::look);
  }

  private void look() {
    List<McpEndpoint> unused = client.unused();
    List<McpEndpoint> changed = client.changed();
    if (unused.isEmpty() && changed.isEmpty()) {
      return;
    }
    servers
        .all()
        .thenAccept(
            known -> {
              letGo(unused, known);
              changed.forEach(held -> askAgain(held, known));
            })
        .exceptionally(
            failure -> {
              LOG.log(Level.WARNING, "MCP servers could not be read, which is repeated", failure);
              return null;
            });
  }

  private void letGo(List<McpEndpoint> unused, List<McpServer> known) {
    unused.stream()
        .filter(held -> known.stream().noneMatch(server -> calls.reaches(held, server)))
        .forEach(client::forget);
  }

  private void askAgain(McpEndpoint changed, List<McpServer> known) {
    known.stream()
        .filter(server -> calls.reaches(changed, server))
        .forEach(server -> askAgain(changed, server));
  }

  private void askAgain(McpEndpoint changed, McpServer server) {
    relisting
        .of(server, changed)
        .exceptionally(
            failure -> {
              LOG.log(
                  Level.INFO,
                  "MCP server {0} did not tell what it offers now: {1}",
                  server.draft().name(),
                  Cause.of(failure).getMessage());
              return null;
            });
  }
}
