package dev.colloquy.model.domain.port.out;

import dev.colloquy.model.domain.Provider;
import dev.colloquy.model.domain.ProviderId;
import dev.colloquy.shared.domain.Change;
import dev.colloquy.shared.domain.Page;
import dev.colloquy.shared.domain.PageRequest;
import java.util.Optional;
import java.util.concurrent.CompletionStage;

/** The providers that are set up here. Changes only inside a unit of work, with their events. */
public interface Providers {

  CompletionStage<Optional<Provider>> find(ProviderId id);

  /** In the order of their ids, which is that of their setting up. */
  CompletionStage<Page<Provider>> list(PageRequest page);

  /**
   * Writes a new provider.
   *
   * @return fails with {@code Duplicate} where another one has the name
   */
  CompletionStage<Provider> add(Change<Provider> added);

  /**
   * Writes a changed provider, or nothing where nothing changed; never how it did when tried.
   *
   * @return fails with {@code Conflict} where it was changed since it was read, with {@code
   *     Duplicate} where another one has the name
   */
  CompletionStage<Provider> save(Change<Provider> changed);

  /**
   * Writes how a provider did when it was tried, and nothing else of it; with or without events.
   */
  CompletionStage<Provider> saveCheck(Change<Provider> checked);

  /**
   * Takes a provider away.
   *
   * @return fails with {@code Conflict} where it was changed since it was read, with {@code
   *     ProviderInUse} where models of it are set up
   */
  CompletionStage<Void> remove(Change<Provider> deleted);
}
