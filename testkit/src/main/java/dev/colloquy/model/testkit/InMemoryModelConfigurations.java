package dev.colloquy.model.testkit;

import dev.colloquy.model.domain.ModelConfiguration;
import dev.colloquy.model.domain.ModelException.ModelInUse;
import dev.colloquy.model.domain.ModelId;
import dev.colloquy.model.domain.ProviderId;
import dev.colloquy.model.domain.port.out.ModelConfigurations;
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
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;

/** How models are set up, in memory. */
public final class InMemoryModelConfigurations implements ModelConfigurations {

  private final InMemoryDatabase database;
  private final Table<ModelId, ModelConfiguration> models;
  private final EventAppender events;
  private final Set<ModelId> used = ConcurrentHashMap.newKeySet();

  public InMemoryModelConfigurations(InMemoryDatabase database, EventAppender events) {
    this.database = database;
    this.models = database.table();
    this.events = events;
  }

  /** Lets a run refer to the model. */
  public void use(ModelId model) {
    used.add(model);
  }

  /** Whether models of the provider are set up. */
  public boolean uses(ProviderId provider) {
    return models.values().stream().anyMatch(it -> it.model().provider().equals(provider));
  }

  @Override
  public CompletionStage<Optional<ModelConfiguration>> find(ModelId id) {
    return database.read(() -> models.get(id));
  }

  @Override
  public CompletionStage<Page<ModelConfiguration>> list(
      Optional<ProviderId> provider, PageRequest page) {
    return database.read(
        () -> Page.cut(following(provider, page), page.limit(), it -> it.model().id().toString()));
  }

  @Override
  public CompletionStage<ModelConfiguration> add(Change<ModelConfiguration> added) {
    return written(added, 0);
  }

  @Override
  public CompletionStage<ModelConfiguration> save(Change<ModelConfiguration> changed) {
    return changed.isNothing()
        ? CompletableFuture.completedFuture(changed.now())
        : written(changed, changed.now().version() - 1);
  }

  @Override
  public CompletionStage<Void> remove(Change<ModelConfiguration> deleted) {
    return database
        .inUnitOfWork(() -> removed(deleted.now()))
        .thenCompose(gone -> events.append(deleted.events()));
  }

  private CompletionStage<ModelConfiguration> written(
      Change<ModelConfiguration> change, long before) {
    ModelConfiguration it = change.now();
    return database
        .inUnitOfWork(
            () -> {
              require(it.model().id(), before);
              requireFreeName(it);
              models.put(it.model().id(), it);
              return it;
            })
        .thenCompose(kept -> events.append(change.events()))
        .thenApply(told -> it);
  }

  private boolean removed(ModelConfiguration model) {
    if (used.contains(model.model().id())) {
      throw new ModelInUse();
    }
    require(model.model().id(), model.version());
    models.remove(model.model().id());
    return true;
  }

  private List<ModelConfiguration> following(Optional<ProviderId> provider, PageRequest page) {
    String after = page.after().map(cursor -> cursor.position()).orElse("");
    return models.values().stream()
        .filter(it -> provider.isEmpty() || provider.get().equals(it.model().provider()))
        .filter(it -> it.model().id().toString().compareTo(after) > 0)
        .sorted(Comparator.comparing((ModelConfiguration it) -> it.model().id().toString()))
        .limit(page.limit() + 1L)
        .toList();
  }

  private void require(ModelId id, long version) {
    if (models.get(id).map(ModelConfiguration::version).orElse(0L) != version) {
      throw new Conflict();
    }
  }

  private void requireFreeName(ModelConfiguration wanted) {
    boolean taken =
        models.values().stream()
            .map(ModelConfiguration::model)
            .filter(it -> !it.id().equals(wanted.model().id()))
            .filter(it -> it.provider().equals(wanted.model().provider()))
            .anyMatch(it -> it.name().equals(wanted.model().name()));
    if (taken) {
      throw new Duplicate("The provider has another model of this name.");
    }
  }
}
