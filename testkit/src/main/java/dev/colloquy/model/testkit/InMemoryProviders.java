package dev.colloquy.model.testkit;

import dev.colloquy.model.domain.ModelException.ProviderInUse;
import dev.colloquy.model.domain.Provider;
import dev.colloquy.model.domain.ProviderId;
import dev.colloquy.model.domain.port.out.Providers;
import dev.colloquy.shared.domain.Change;
import dev.colloquy.shared.domain.CommonException.Conflict;
import dev.colloquy.shared.domain.CommonException.Duplicate;
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
import java.util.function.Predicate;
import java.util.function.Supplier;

/** Providers in memory. */
public final class InMemoryProviders implements Providers {

  private final InMemoryDatabase database;
  private final Table<ProviderId, Provider> providers;
  private final EventAppender events;
  private final Predicate<ProviderId> used;

  /**
   * Takes what keeps a provider from being taken away.
   *
   * @param used whether models of it are set up
   */
  public InMemoryProviders(
      InMemoryDatabase database, EventAppender events, Predicate<ProviderId> used) {
    this.database = database;
    this.providers = database.table();
    this.events = events;
    this.used = used;
  }

  @Override
  public CompletionStage<Optional<Provider>> find(ProviderId id) {
    return database.read(() -> providers.get(id));
  }

  @Override
  public CompletionStage<Page<Provider>> list(PageRequest page) {
    String after = page.after().map(cursor -> cursor.position()).orElse("");
    return database.read(
        () -> Page.cut(following(after, page), page.limit(), it -> it.id().toString()));
  }

  @Override
  public CompletionStage<Provider> add(Change<Provider> added) {
    return written(added, () -> named(added.now()));
  }

  @Override
  public CompletionStage<Provider> save(Change<Provider> changed) {
    return changed.isNothing()
        ? CompletableFuture.completedFuture(changed.now())
        : written(changed, () -> replaced(changed.now()));
  }

  @Override
  public CompletionStage<Provider> saveCheck(Change<Provider> checked) {
    return written(
        checked,
        () -> {
          Provider kept = providers.get(checked.now().id()).orElseThrow(Conflict::new);
          return with(kept, checked.now());
        });
  }

  @Override
  public CompletionStage<Void> remove(Change<Provider> deleted) {
    return database
        .inUnitOfWork(() -> removed(deleted.now()))
        .thenCompose(gone -> events.append(deleted.events()));
  }

  private CompletionStage<Provider> written(Change<Provider> change, Supplier<Provider> row) {
    return database
        .inUnitOfWork(
            () -> {
              Provider written = row.get();
              providers.put(written.id(), written);
              return written;
            })
        .thenCompose(written -> events.append(change.events()))
        .thenApply(told -> change.now());
  }

  private List<Provider> following(String after, PageRequest page) {
    return providers.values().stream()
        .filter(it -> it.id().toString().compareTo(after) > 0)
        .sorted(Comparator.comparing((Provider it) -> it.id().toString()))
        .limit(page.limit() + 1L)
        .toList();
  }

  private Provider replaced(Provider provider) {
    require(provider.id(), provider.version() - 1);
    Provider kept = providers.get(provider.id()).orElseThrow(Conflict::new);
    return with(named(provider), kept);
  }

  private boolean removed(Provider provider) {
    if (used.test(provider.id())) {
      throw new ProviderInUse();
    }
    require(provider.id(), provider.version());
    providers.remove(provider.id());
    return true;
  }

  private void require(ProviderId id, long version) {
    if (providers.get(id).filter(it -> it.version() == version).isEmpty()) {
      throw new Conflict();
    }
  }

  private Provider named(Provider provider) {
    boolean taken =
        providers.values().stream()
            .filter(other -> !other.id().equals(provider.id()))
            .anyMatch(other -> other.draft().name().equals(provider.draft().name()));
    if (taken) {
      throw new Duplicate("Another provider has this name.");
    }
    return provider;
  }

  /** One provider's contents with the other's last check. */
  private static Provider with(Provider contents, Provider checked) {
    return new Provider(
        contents.id(),
        contents.draft(),
        contents.key(),
        checked.lastCheck(),
        contents.createdAt(),
        contents.updatedAt(),
        contents.version());
  }
}
