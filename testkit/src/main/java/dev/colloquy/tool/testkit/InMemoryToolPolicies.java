package dev.colloquy.tool.testkit;

import dev.colloquy.shared.domain.Change;
import dev.colloquy.shared.domain.CommonException.Conflict;
import dev.colloquy.shared.domain.port.out.EventAppender;
import dev.colloquy.shared.testkit.InMemoryDatabase;
import dev.colloquy.shared.testkit.Table;
import dev.colloquy.tool.domain.McpServerId;
import dev.colloquy.tool.domain.ToolId;
import dev.colloquy.tool.domain.ToolPolicy;
import dev.colloquy.tool.domain.port.out.ToolPolicies;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.Function;
import java.util.stream.Collectors;

/** What was said of tools, in memory. */
public final class InMemoryToolPolicies implements ToolPolicies {

  private final InMemoryDatabase database;
  private final Table<ToolId, ToolPolicy> policies;
  private final EventAppender events;

  public InMemoryToolPolicies(InMemoryDatabase database, EventAppender events) {
    this.database = database;
    this.policies = database.table();
    this.events = events;
  }

  @Override
  public CompletionStage<Map<ToolId, ToolPolicy>> all() {
    return database.read(
        () ->
            policies.values().stream()
                .collect(Collectors.toMap(ToolPolicy::tool, Function.identity())));
  }

  @Override
  public CompletionStage<ToolPolicy> save(Change<ToolPolicy> changed) {
    ToolPolicy it = changed.now();
    if (changed.isNothing()) {
      return CompletableFuture.completedFuture(it);
    }
    return database
        .inUnitOfWork(
            () -> {
              long before = policies.get(it.tool()).map(ToolPolicy::version).orElse(0L);
              if (before != it.version() - 1) {
                throw new Conflict();
              }
              policies.put(it.tool(), it);
              return it;
            })
        .thenCompose(written -> events.append(changed.events()))
        .thenApply(told -> it);
  }

  /** What was said of the server's tools goes with it. */
  void forget(McpServerId server) {
    List<ToolPolicy> gone =
        policies.values().stream().filter(it -> it.server().equals(Optional.of(server))).toList();
    gone.forEach(it -> policies.remove(it.tool()));
  }
}
