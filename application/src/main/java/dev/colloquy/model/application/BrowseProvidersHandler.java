package dev.colloquy.model.application;

import dev.colloquy.model.domain.Provider;
import dev.colloquy.model.domain.ProviderId;
import dev.colloquy.model.domain.port.in.BrowseProviders;
import dev.colloquy.model.domain.port.out.Providers;
import dev.colloquy.shared.domain.Actor;
import dev.colloquy.shared.domain.CommonException.NotFound;
import dev.colloquy.shared.domain.Page;
import dev.colloquy.shared.domain.PageRequest;
import java.util.concurrent.CompletionStage;

/** Reads providers for administrators. */
public final class BrowseProvidersHandler implements BrowseProviders {

  private final Providers providers;

  public BrowseProvidersHandler(Providers providers) {
    this.providers = providers;
  }

  @Override
  public CompletionStage<Page<Provider>> list(Actor.OfUser actor, PageRequest page) {
    return Administrators.only(actor).thenCompose(administrator -> providers.list(page));
  }

  @Override
  public CompletionStage<Provider> get(Actor.OfUser actor, ProviderId provider) {
    return Administrators.only(actor)
        .thenCompose(administrator -> providers.find(provider))
        .thenApply(found -> found.orElseThrow(() -> new NotFound("provider")));
  }
}
