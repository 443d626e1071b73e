package dev.colloquy.model.domain.port.in;

import dev.colloquy.model.domain.ModelConfiguration;
import dev.colloquy.model.domain.ModelId;
import dev.colloquy.model.domain.ProviderId;
import dev.colloquy.shared.domain.Actor;
import dev.colloquy.shared.domain.Page;
import dev.colloquy.shared.domain.PageRequest;
import java.util.Optional;
import java.util.concurrent.CompletionStage;

/**
 * Reads all models that are set up, whether they may be used or not; for administrators. Fails with
 * {@code AccessDenied} for everybody else.
 */
public interface BrowseModelConfigurations {

  /** In the order in which they were set up; of one provider where one is named. */
  CompletionStage<Page<ModelConfiguration>> list(
      Actor.OfUser actor, Optional<ProviderId> provider, PageRequest page);

  /** Fails with {@code NotFound} too. */
  CompletionStage<ModelConfiguration> get(Actor.OfUser actor, ModelId model);
}
