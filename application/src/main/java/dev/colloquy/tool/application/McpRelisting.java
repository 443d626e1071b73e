package dev.colloquy.tool.application;

import dev.colloquy.shared.domain.Actor;
import dev.colloquy.shared.domain.Change;
import dev.colloquy.shared.domain.Origin;
import dev.colloquy.shared.domain.port.out.Ids;
import dev.colloquy.shared.domain.port.out.UnitOfWork;
import dev.colloquy.tool.domain.McpEndpoint;
import dev.colloquy.tool.domain.McpServer;
import dev.colloquy.tool.domain.McpServerCheck;
import dev.colloquy.tool.domain.McpServerId;
import dev.colloquy.tool.domain.port.out.McpClient;
import dev.colloquy.tool.domain.port.out.McpServers;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Asks servers what they offer that have said that this has changed, each once at a time, and
 * remembers it. What was said of their tools stays.
 */
public final class McpRelisting {

  private final UnitOfWork unitOfWork;
  private final McpServers servers;
  private final McpClient client;
  private final Ids ids;
  private final Clock clock;
  private final Set<McpServerId> asked = ConcurrentHashMap.newKeySet();

  public McpRelisting(
      UnitOfWork unitOfWork, McpServers servers, McpClient client, Ids ids, Clock clock) {
    this.unitOfWork = unitOfWork;
    this.servers = servers;
    this.client = client;
    this.ids = ids;
    this.clock = clock;
  }

  /**
   * Asks the server, unless it is being asked; one that does not answer is asked again once it says
   * something or is connected with anew.
   */
  CompletionStage<Void> of(McpServer server, McpEndpoint endpoint) {
    if (!asked.add(server.id())) {
      return CompletableFuture.completedStage(null);
    }
    Instant begun = clock.instant();
    return client
        .tools(endpoint)
        .thenCompose(listing -> remembered(server, listing, begun))
        .whenComplete((done, failure) -> asked.remove(server.id()));
  }

  private CompletionStage<Void> remembered(
      McpServer asked, McpClient.Listing listing, Instant begun) {
    Instant now = clock.instant();
    McpServerCheck check = new McpServerCheck(now, Duration.between(begun, now), Optional.empty());
    Actor watch = new Actor.System("mcp-server-watch", new Origin(ids.next(), "", now, ""));
    return unitOfWork.inTransaction(
        () ->
            servers
                .find(asked.id())
                .thenApply(found -> found.filter(it -> isAsBefore(it, asked)))
                .thenApply(found -> found.map(it -> it.heard(watch, listing.tools(), check)))
                .thenCompose(this::saved));
  }

  /** Whoever has set it up or asked it meanwhile knows better. */
  private static boolean isAsBefore(McpServer now, McpServer asked) {
    return now.version() == asked.version() && now.offered().equals(asked.offered());
  }

  private CompletionStage<Void> saved(Optional<Change<McpServer>> heard) {
    return heard
        .filter(it -> !it.isNothing())
        .map(it -> servers.saveOffer(it).thenAccept(saved -> {}))
        .orElseGet(() -> CompletableFuture.completedStage(null));
  }
}
