package dev.colloquy.model.application;

import dev.colloquy.model.domain.ModelConfiguration;
import dev.colloquy.model.domain.ModelId;
import dev.colloquy.model.domain.ProviderId;
import dev.colloquy.model.domain.port.in.BrowseModelConfigurations;
import dev.colloquy.model.domain.port.out.ModelConfigurations;
import dev.colloquy.shared.domain.Actor;
import dev.colloquy.shared.domain.CommonException.NotFound;
import dev.colloquy.shared.domain.Page;
import dev.colloquy.shared.domain.PageRequest;
import java.util.Optional;
import java.util.concurrent.CompletionStage;

/** Reads how models are set up, for administrators. */
public final class BrowseModelConfigurationsHandler implements BrowseModelConfigurations {

  private final ModelConfigurations models;

  public BrowseModelConfigurationsHandler(ModelConfigurations models) {
    this.models = models;
  }

  @Override
  public CompletionStage<Page<ModelConfiguration>> list(
      Actor.OfUser actor, Optional<ProviderId> provider, PageRequest page) {
    return Administrators.only(actor).thenCompose(administrator -> models.list(provider, page));
  }

  @Override
  public CompletionStage<ModelConfiguration> get(Actor.OfUser actor, ModelId model) {
    return Administrators.only(actor)
        .thenCompose(administrator -> models.find(model))
        .thenApply(found -> found.orElseThrow(() -> new NotFound("model")));
  }
}
