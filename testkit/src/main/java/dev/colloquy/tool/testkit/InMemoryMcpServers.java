package dev.colloquy.tool.testkit;

import dev.colloquy.shared.domain.Change;
import dev.colloquy.shared.domain.CommonException.Conflict;
import dev.colloquy.shared.domain.CommonException.Duplicate;
import dev.colloquy.shared.domain.Page;
import dev.colloquy.shared.domain.PageRequest;
import dev.colloquy.shared.domain.port.out.EventAppender;
import dev.colloquy.shared.testkit.InMemoryDatabase;
import dev.colloquy.shared.testkit.Table;
import dev.colloquy.tool.domain.McpServer;
import dev.colloquy.tool.domain.McpServerId;
import dev.colloquy.tool.domain.McpTool;
import dev.colloquy.tool.domain.ToolException.McpServerLimitExceeded;
import dev.colloquy.tool.domain.port.out.McpServers;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.Supplier;
import java.util.stream.Stream;

/** MCP servers in memory. */
public final class InMemoryMcpServers implements McpServers {

  private final InMemoryDatabase database;
  private final Table<McpServerId, McpServer> servers;
  private final InMemoryToolPolicies policies;
  private final EventAppender events;

  public InMemoryMcpServers(
      InMemoryDatabase database, InMemoryToolPolicies policies, EventAppender events) {
    this.database = database;
    this.servers = database.table();
    this.policies = policies;
    this.events = events;
  }

  @Override
  public CompletionStage<Optional<McpServer>> find(McpServerId id) {
    return database.read(() -> servers.get(id));
  }

  @Override
  public CompletionStage<Page<McpServer>> list(PageRequest page) {
    String after = page.after().map(cursor -> cursor.position()).orElse("");
    return database.read(
        () ->
            Page.cut(
                sorted()
                    .filter(it -> it.id().toString().compareTo(after) > 0)
                    .limit(page.limit() + 1L)
                    .toList(),
                page.limit(),
                it -> it.id().toString()));
  }

  @Override
  public CompletionStage<List<McpServer>> all() {
    return database.read(() -> sorted().limit(MOST).toList());
  }

  @Override
  public CompletionStage<McpServer> add(Change<McpServer> added) {
    return written(added, () -> roomFor(named(added.now())));
  }

  @Override
  public CompletionStage<McpServer> save(Change<McpServer> changed) {
    return changed.isNothing()
        ? CompletableFuture.completedFuture(changed.now())
        : written(
            changed,
            () -> {
              require(changed.now().id(), changed.now().version() - 1);
              return named(changed.now());
            });
  }

  @Override
  public CompletionStage<McpServer> saveOffer(Change<McpServer> refreshed) {
    McpServer it = refreshed.now();
    return written(
        refreshed,
        () -> {
          McpServer kept = require(it.id(), it.version());
          return with(kept, it.offered(), it);
        });
  }

  @Override
  public CompletionStage<McpServer> saveCheck(Change<McpServer> checked) {
    return written(
        checked,
        () -> {
          McpServer kept = servers.get(checked.now().id()).orElseThrow(Conflict::new);
          return with(kept, kept.offered(), checked.now());
        });
  }

  @Override
  public CompletionStage<Void> remove(Change<McpServer> deleted) {
    return database
        .inUnitOfWork(
            () -> {
              require(deleted.now().id(), deleted.now().version());
              policies.forget(deleted.now().id());
              servers.remove(deleted.now().id());
              return true;
            })
        .thenCompose(gone -> events.append(deleted.events()));
  }

  private CompletionStage<McpServer> written(Change<McpServer> change, Supplier<McpServer> row) {
    return database
        .inUnitOfWork(
            () -> {
              McpServer written = row.get();
              servers.put(written.id(), written);
              return written;
            })
        .thenCompose(written -> events.append(change.events()))
        .thenApply(told -> change.now());
  }

  private Stream<McpServer> sorted() {
    return servers.values().stream()
        .sorted(Comparator.comparing((McpServer it) -> it.id().toString()));
  }

  private McpServer require(McpServerId id, long version) {
    return servers.get(id).filter(it -> it.version() == version).orElseThrow(Conflict::new);
  }

  private McpServer roomFor(McpServer server) {
    if (servers.values().size() >= MOST) {
      throw new McpServerLimitExceeded(MOST);
    }
    return server;
  }

  private McpServer named(McpServer server) {
    boolean taken =
        servers.values().stream()
            .filter(other -> !other.id().equals(server.id()))
            .anyMatch(other -> other.draft().name().equals(server.draft().name()));
    if (taken) {
      throw new Duplicate("Another MCP server has this name.");
    }
    return server;
  }

  /** A server with these tools, and how another one did. */
  private static McpServer with(McpServer kept, List<McpTool> offered, McpServer checked) {
    return new McpServer(
        kept.id(),
        kept.draft(),
        kept.secrets(),
        offered,
        checked.lastCheck(),
        kept.createdAt(),
        kept.updatedAt(),
        kept.version());
  }
}
