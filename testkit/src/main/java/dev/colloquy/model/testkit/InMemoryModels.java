package dev.colloquy.model.testkit;

import dev.colloquy.model.domain.Model;
import dev.colloquy.model.domain.ModelEndpoint;
import dev.colloquy.model.domain.ProviderId;
import dev.colloquy.model.domain.port.out.Models;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;

/** Models in memory; their providers are those that have an endpoint. */
public final class InMemoryModels implements Models {

  private final List<Model> models = new CopyOnWriteArrayList<>();
  private final Map<ProviderId, ModelEndpoint> endpoints = new ConcurrentHashMap<>();

  /** Sets a model up. */
  public Model put(Model model) {
    models.add(model);
    return model;
  }

  /** Takes a model away. */
  public void remove(Model model) {
    models.remove(model);
  }

  /** Takes all models away. */
  public void clear() {
    models.clear();
  }

  public void put(ProviderId provider, ModelEndpoint endpoint) {
    endpoints.put(provider, endpoint);
  }

  @Override
  public CompletionStage<List<Model>> enabled() {
    return CompletableFuture.completedFuture(
        models.stream()
            .filter(Model::enabled)
            .sorted(Comparator.comparingInt(Model::priority).thenComparing(Model::name))
            .toList());
  }

  @Override
  public CompletionStage<Optional<ModelEndpoint>> endpointOf(ProviderId provider) {
    return CompletableFuture.completedFuture(Optional.ofNullable(endpoints.get(provider)));
  }
}
