package dev.colloquy.model.domain.port.out;

import dev.colloquy.model.domain.ModelConfiguration;
import dev.colloquy.model.domain.ModelId;
import dev.colloquy.model.domain.ProviderId;
import dev.colloquy.shared.domain.Change;
import dev.colloquy.shared.domain.Page;
import dev.colloquy.shared.domain.PageRequest;
import java.util.Optional;
import java.util.concurrent.CompletionStage;

/** The models as they are set up. Changes only inside a unit of work, with their events. */
public interface ModelConfigurations {

  CompletionStage<Optional<ModelConfiguration>> find(ModelId id);

  /** In the order of their ids, which is that of their setting up; of one provider if named. */
  CompletionStage<Page<ModelConfiguration>> list(Optional<ProviderId> provider, PageRequest page);

  /**
   * Writes a new model of a provider that is there.
   *
   * @return fails with {@code Duplicate} where the provider has another one of the name
   */
  CompletionStage<ModelConfiguration> add(Change<ModelConfiguration> added);

  /**
   * Writes a changed model, or nothing where nothing changed.
   *
   * @return fails with {@code Conflict} where it was changed since it was read, with {@code
   *     Duplicate} where its provider has another one of the name
   */
  CompletionStage<ModelConfiguration> save(Change<ModelConfiguration> changed);

  /**
   * Takes a model away.
   *
   * @return fails with {@code Conflict} where it was changed since it was read, with {@code
   *     ModelInUse} where a run refers to it
   */
  CompletionStage<Void> remove(Change<ModelConfiguration> deleted);
}
