package dev.colloquy.model.testkit;

import dev.colloquy.model.domain.CallableModel;
import dev.colloquy.model.domain.Model;
import dev.colloquy.model.domain.ModelEndpoint;
import dev.colloquy.model.domain.ModelId;
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
import java.util.stream.Stream;

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
        usable()
            .sorted(Comparator.comparingInt(Model::priority).thenComparing(Model::name))
            .toList());
  }

  @Override
  public CompletionStage<Optional<CallableModel>> callable(ModelId model) {
    return CompletableFuture.completedFuture(
        usable().filter(it -> it.id().equals(model)).findFirst().flatMap(this::callable));
  }

  @Override
  public CompletionStage<Optional<ModelEndpoint>> endpointOf(ProviderId provider) {
    return CompletableFuture.completedFuture(Optional.ofNullable(endpoints.get(provider)));
  }

  private Stream<Model> usable() {
    return models.stream().filter(Model::enabled);
  }

  private Optional<CallableModel> callable(Model model) {
    return Optional.ofNullable(endpoints.get(model.provider()))
        .map(endpoint -> new CallableModel(model, endpoint));
  }
}
