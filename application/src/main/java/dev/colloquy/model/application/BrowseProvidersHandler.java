package dev.colloquy.model.application;

import dev.colloquy.model.domain.Provider;
import dev.colloquy.model.domain.ProviderHealth;
import dev.colloquy.model.domain.ProviderId;
import dev.colloquy.model.domain.port.in.BrowseProviders;
import dev.colloquy.model.domain.port.out.Circuits;
import dev.colloquy.model.domain.port.out.Providers;
import dev.colloquy.shared.domain.Actor;
import dev.colloquy.shared.domain.CommonException.NotFound;
import dev.colloquy.shared.domain.Page;
import dev.colloquy.shared.domain.PageRequest;
import java.util.concurrent.CompletionStage;

/** Reads providers for administrators. */
public final class BrowseProvidersHandler implements BrowseProviders {

  private final Providers providers;
  private final Circuits circuits;

  public BrowseProvidersHandler(Providers providers, Circuits circuits) {
    this.providers = providers;
    this.circuits = circuits;
  }

  @Override
  public CompletionStage<Page<Provider>> list(Actor.OfUser actor, PageRequest page) {
    return Administrators.only(actor).thenCompose(administrator -> providers.list(page));
  }

  @Override
  public CompletionStage<Page<ProviderHealth>> health(Actor.OfUser actor, PageRequest page) {
    return list(actor, page)
        .thenApply(
            listed ->
                new Page<>(listed.items().stream().map(this::health).toList(), listed.next()));
  }

  @Override
  public CompletionStage<Provider> get(Actor.OfUser actor, ProviderId provider) {
    return Administrators.only(actor)
        .thenCompose(administrator -> providers.find(provider))
        .thenApply(found -> found.orElseThrow(() -> new NotFound("provider")));
  }

  private ProviderHealth health(Provider provider) {
    return new ProviderHealth(provider, circuits.of(provider.id(), provider.version()));
  }
}
