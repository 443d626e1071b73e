package dev.colloquy.model.application;

import dev.colloquy.model.domain.Model;
import dev.colloquy.model.domain.ModelId;
import dev.colloquy.model.domain.port.in.BrowseModels;
import dev.colloquy.model.domain.port.out.Models;
import dev.colloquy.shared.domain.Actor;
import dev.colloquy.shared.domain.CommonException.AccessDenied;
import dev.colloquy.shared.domain.CommonException.NotFound;
import dev.colloquy.shared.domain.KeyScope;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

/** Reads models for whoever is logged in, and for keys that may read. */
public final class BrowseModelsHandler implements BrowseModels {

  private final Models models;

  public BrowseModelsHandler(Models models) {
    this.models = models;
  }

  @Override
  public CompletionStage<List<Model>> list(Actor.OfUser actor) {
    if (!actor.has(KeyScope.READ)) {
      return CompletableFuture.failedFuture(
          new AccessDenied("This API key lacks a scope that is needed here."));
    }
    return models.enabled();
  }

  @Override
  public CompletionStage<Model> get(Actor.OfUser actor, ModelId model) {
    return list(actor)
        .thenApply(
            all ->
                all.stream()
                    .filter(it -> it.id().equals(model))
                    .findFirst()
                    .orElseThrow(() -> new NotFound("model")));
  }
}
