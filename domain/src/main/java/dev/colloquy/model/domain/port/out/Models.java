package dev.colloquy.model.domain.port.out;

import dev.colloquy.model.domain.CallableModel;
import dev.colloquy.model.domain.Model;
import dev.colloquy.model.domain.ModelEndpoint;
import dev.colloquy.model.domain.ModelId;
import dev.colloquy.model.domain.ProviderId;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletionStage;

/** The models that are set up here. */
public interface Models {

  /** The enabled ones of active providers, in the order of their priority and of their names. */
  CompletionStage<List<Model>> enabled();

  /** The model of this id, as long as it is enabled and its provider active. */
  CompletionStage<Optional<CallableModel>> callable(ModelId model);

  /** Where a provider's models are called. */
  CompletionStage<Optional<ModelEndpoint>> endpointOf(ProviderId provider);
}
