package dev.colloquy.model.application;

import dev.colloquy.model.domain.ModelConfiguration;
import dev.colloquy.model.domain.ModelId;
import dev.colloquy.model.domain.Provider;
import dev.colloquy.model.domain.port.in.ManageModels;
import dev.colloquy.model.domain.port.out.ModelConfigurations;
import dev.colloquy.model.domain.port.out.Providers;
import dev.colloquy.shared.domain.Actor;
import dev.colloquy.shared.domain.Change;
import dev.colloquy.shared.domain.CommonException.NotFound;
import dev.colloquy.shared.domain.CommonException.ValidationError;
import dev.colloquy.shared.domain.Precondition;
import dev.colloquy.shared.domain.port.out.Ids;
import dev.colloquy.shared.domain.port.out.UnitOfWork;
import java.time.Clock;
import java.util.Optional;
import java.util.concurrent.CompletionStage;

/** Sets models up. */
public final class ManageModelsHandler implements ManageModels {

  private final UnitOfWork unitOfWork;
  private final Providers providers;
  private final ModelConfigurations models;
  private final Ids ids;
  private final Clock clock;

  public ManageModelsHandler(
      UnitOfWork unitOfWork,
      Providers providers,
      ModelConfigurations models,
      Ids ids,
      Clock clock) {
    this.unitOfWork = unitOfWork;
    this.providers = providers;
    this.models = models;
    this.ids = ids;
    this.clock = clock;
  }

  @Override
  public CompletionStage<ModelConfiguration> create(Create command) {
    return unitOfWork.inTransaction(
        () ->
            Administrators.only(command.actor())
                .thenCompose(administrator -> providers.find(command.provider()))
                .thenApply(provider -> created(provider, command))
                .thenCompose(models::add));
  }

  @Override
  public CompletionStage<ModelConfiguration> edit(Edit command) {
    return unitOfWork.inTransaction(
        () ->
            existing(command.actor(), command.model(), command.precondition())
                .thenApply(model -> edited(model, command))
                .thenCompose(models::save));
  }

  @Override
  public CompletionStage<Void> delete(Delete command) {
    return unitOfWork.inTransaction(
        () ->
            existing(command.actor(), command.model(), command.precondition())
                .thenApply(model -> model.delete(command.actor(), clock.instant()))
                .thenCompose(models::remove));
  }

  private CompletionStage<ModelConfiguration> existing(
      Actor.OfUser actor, ModelId id, Precondition precondition) {
    return Administrators.only(actor)
        .thenCompose(administrator -> models.find(id))
        .thenApply(found -> demanded(found, precondition));
  }

  private static ModelConfiguration demanded(
      Optional<ModelConfiguration> found, Precondition precondition) {
    ModelConfiguration model = found.orElseThrow(() -> new NotFound("model"));
    precondition.check(model.version());
    return model;
  }

  private Change<ModelConfiguration> created(Optional<Provider> provider, Create command) {
    if (provider.isEmpty()) {
      throw ValidationError.at("/provider_id", "must be the id of a provider");
    }
    return ModelConfiguration.setUp(
        command.actor(),
        new ModelId(ids.next()),
        command.provider(),
        command.draft(),
        clock.instant());
  }

  private Change<ModelConfiguration> edited(ModelConfiguration model, Edit command) {
    return model.edit(command.actor(), command.edit().apply(model.draft()), clock.instant());
  }
}
