package dev.colloquy.usage.testkit;

import dev.colloquy.shared.domain.Change;
import dev.colloquy.shared.domain.CommonException.Conflict;
import dev.colloquy.shared.domain.CommonException.Duplicate;
import dev.colloquy.shared.domain.Page;
import dev.colloquy.shared.domain.PageRequest;
import dev.colloquy.shared.domain.port.out.EventAppender;
import dev.colloquy.usage.domain.Quota;
import dev.colloquy.usage.domain.QuotaId;
import dev.colloquy.usage.domain.port.out.Quotas;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.stream.Stream;

/** Quotas in memory. */
public final class InMemoryQuotas implements Quotas {

  private final UsageTables tables;
  private final EventAppender events;

  public InMemoryQuotas(UsageTables tables, EventAppender events) {
    this.tables = tables;
    this.events = events;
  }

  @Override
  public CompletionStage<Optional<Quota>> find(QuotaId id) {
    return tables.database.read(() -> tables.quotas.get(id));
  }

  @Override
  public CompletionStage<Page<Quota>> list(PageRequest page) {
    return tables.database.read(
        () ->
            Page.cut(
                newest(tables.quotas.values().stream(), page),
                page.limit(),
                it -> it.id().toString()));
  }

  @Override
  public CompletionStage<Quota> add(Change<Quota> set) {
    return written(set, () -> tables.quotas.put(set.now().id(), unique(set.now())));
  }

  @Override
  public CompletionStage<Quota> save(Change<Quota> changed) {
    Quota quota = changed.now();
    return changed.isNothing()
        ? CompletableFuture.completedFuture(quota)
        : written(
            changed,
            () -> {
              demandVersion(quota, quota.version() - 1);
              tables.quotas.put(quota.id(), quota);
            });
  }

  @Override
  public CompletionStage<Void> remove(Change<Quota> lifted) {
    Quota quota = lifted.now();
    return written(
            lifted,
            () -> {
              demandVersion(quota, quota.version());
              tables.quotas.remove(quota.id());
            })
        .thenAccept(removed -> {});
  }

  /** Those after the page's cursor, and one more than it takes. */
  static List<Quota> newest(Stream<Quota> quotas, PageRequest page) {
    String before = page.after().map(cursor -> cursor.position()).orElse("g");
    return quotas
        .filter(it -> it.id().toString().compareTo(before) < 0)
        .sorted(Comparator.comparing((Quota it) -> it.id().toString()).reversed())
        .limit(page.limit() + 1L)
        .toList();
  }

  private CompletionStage<Quota> written(Change<Quota> change, Runnable row) {
    return tables
        .database
        .inUnitOfWork(
            () -> {
              row.run();
              return change.now();
            })
        .thenCompose(quota -> events.append(change.events()).thenApply(told -> quota));
  }

  private Quota unique(Quota quota) {
    boolean taken =
        tables.quotas.values().stream()
            .anyMatch(
                it ->
                    it.subject().equals(quota.subject())
                        && it.metric() == quota.metric()
                        && it.period() == quota.period());
    if (taken) {
      throw new Duplicate("There is a quota of this subject, metric and period.");
    }
    return quota;
  }

  private void demandVersion(Quota quota, long version) {
    if (tables.quotas.get(quota.id()).filter(it -> it.version() == version).isEmpty()) {
      throw new Conflict();
    }
  }
}
