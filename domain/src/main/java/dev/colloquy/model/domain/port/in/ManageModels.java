package dev.colloquy.model.domain.port.in;

import dev.colloquy.model.domain.ModelConfiguration;
import dev.colloquy.model.domain.ModelDraft;
import dev.colloquy.model.domain.ModelId;
import dev.colloquy.model.domain.ProviderId;
import dev.colloquy.shared.domain.Actor;
import dev.colloquy.shared.domain.Precondition;
import java.util.concurrent.CompletionStage;
import java.util.function.UnaryOperator;

/**
 * Sets models up; for administrators. Fails with {@code AccessDenied} for everybody else, and with
 * {@code Duplicate} where the provider has another model of the name.
 */
public interface ManageModels {

  /** Fails with {@code ValidationError} at {@code /provider_id} where there is none such. */
  CompletionStage<ModelConfiguration> create(Create command);

  /** Fails with {@code NotFound}, {@code PreconditionFailed} or {@code Conflict} too. */
  CompletionStage<ModelConfiguration> edit(Edit command);

  /** Fails with {@code NotFound}, {@code PreconditionFailed} or {@code ModelInUse} too. */
  CompletionStage<Void> delete(Delete command);

  /** A new model. */
  record Create(Actor.OfUser actor, ProviderId provider, ModelDraft draft) {}

  /**
   * A change of a model.
   *
   * @param edit what becomes of its contents
   */
  record Edit(
      Actor.OfUser actor,
      ModelId model,
      UnaryOperator<ModelDraft> edit,
      Precondition precondition) {}

  /** The end of a model. */
  record Delete(Actor.OfUser actor, ModelId model, Precondition precondition) {}
}
