package dev.colloquy.run.testkit;

import dev.colloquy.run.domain.OrchestrationRule;
import dev.colloquy.run.domain.OrchestrationRuleId;
import dev.colloquy.run.domain.port.out.OrchestrationRules;
import dev.colloquy.shared.domain.Change;
import dev.colloquy.shared.domain.CommonException.Conflict;
import dev.colloquy.shared.domain.Page;
import dev.colloquy.shared.domain.PageRequest;
import dev.colloquy.shared.domain.port.out.EventAppender;
import dev.colloquy.shared.testkit.InMemoryDatabase;
import dev.colloquy.shared.testkit.Table;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

/** Orchestration rules in memory. */
public final class InMemoryOrchestrationRules implements OrchestrationRules {

  private final InMemoryDatabase database;
  private final Table<OrchestrationRuleId, OrchestrationRule> rules;
  private final EventAppender events;

  public InMemoryOrchestrationRules(InMemoryDatabase database, EventAppender events) {
    this.database = database;
    this.rules = database.table();
    this.events = events;
  }

  @Override
  public CompletionStage<Optional<OrchestrationRule>> find(OrchestrationRuleId id) {
    return database.read(() -> rules.get(id));
  }

  @Override
  public CompletionStage<Page<OrchestrationRule>> list(PageRequest page) {
    String before = page.after().map(cursor -> cursor.position()).orElse("g");
    return database.read(
        () ->
            Page.cut(
                rules.values().stream()
                    .filter(it -> it.id().toString().compareTo(before) < 0)
                    .sorted(
                        Comparator.comparing((OrchestrationRule it) -> it.id().toString())
                            .reversed())
                    .limit(page.limit() + 1L)
                    .toList(),
                page.limit(),
                it -> it.id().toString()));
  }

  @Override
  public CompletionStage<List<OrchestrationRule>> enabled() {
    return database.read(() -> rules.values().stream().filter(it -> it.draft().enabled()).toList());
  }

  @Override
  public CompletionStage<OrchestrationRule> add(Change<OrchestrationRule> set) {
    return written(set, () -> rules.put(set.now().id(), set.now()));
  }

  @Override
  public CompletionStage<OrchestrationRule> save(Change<OrchestrationRule> changed) {
    OrchestrationRule rule = changed.now();
    return changed.isNothing()
        ? CompletableFuture.completedFuture(rule)
        : written(
            changed,
            () -> {
              demandVersion(rule, rule.version() - 1);
              rules.put(rule.id(), rule);
            });
  }

  @Override
  public CompletionStage<Void> remove(Change<OrchestrationRule> deleted) {
    OrchestrationRule rule = deleted.now();
    return written(
            deleted,
            () -> {
              demandVersion(rule, rule.version());
              rules.remove(rule.id());
            })
        .thenAccept(removed -> {});
  }

  private CompletionStage<OrchestrationRule> written(
      Change<OrchestrationRule> change, Runnable row) {
    return database
        .inUnitOfWork(
            () -> {
              row.run();
              return change.now();
            })
        .thenCompose(rule -> events.append(change.events()).thenApply(told -> rule));
  }

  private void demandVersion(OrchestrationRule rule, long version) {
    if (rules.get(rule.id()).filter(it -> it.version() == version).isEmpty()) {
      throw new Conflict();
    }
  }
}
