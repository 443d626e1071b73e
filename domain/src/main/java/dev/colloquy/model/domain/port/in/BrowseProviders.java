package dev.colloquy.model.domain.port.in;

import dev.colloquy.model.domain.Provider;
import dev.colloquy.model.domain.ProviderHealth;
import dev.colloquy.model.domain.ProviderId;
import dev.colloquy.shared.domain.Actor;
import dev.colloquy.shared.domain.Page;
import dev.colloquy.shared.domain.PageRequest;
import java.util.concurrent.CompletionStage;

/** Reads providers; for administrators. Fails with {@code AccessDenied} for everybody else. */
public interface BrowseProviders {

  /** In the order in which they were set up. */
  CompletionStage<Page<Provider>> list(Actor.OfUser actor, PageRequest page);

  /** The same, with how they do. */
  CompletionStage<Page<ProviderHealth>> health(Actor.OfUser actor, PageRequest page);

  /** Fails with {@code NotFound} too. */
  CompletionStage<Provider> get(Actor.OfUser actor, ProviderId provider);
}
