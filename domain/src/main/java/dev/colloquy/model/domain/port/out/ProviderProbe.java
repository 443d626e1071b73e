package dev.colloquy.model.domain.port.out;

import dev.colloquy.model.domain.ModelCallFailed;
import dev.colloquy.model.domain.ModelEndpoint;
import java.util.Optional;
import java.util.concurrent.CompletionStage;

/** Looks whether a provider is there, without asking any of its models. */
public interface ProviderProbe {

  /**
   * Asks for the list of models, which costs nothing; completes within 10 seconds. A server that
   * answers but has no such list is there.
   *
   * @return why it is not there, or does not take the key; empty where all is well. Never fails
   */
  CompletionStage<Optional<ModelCallFailed>> look(ModelEndpoint endpoint);
}
