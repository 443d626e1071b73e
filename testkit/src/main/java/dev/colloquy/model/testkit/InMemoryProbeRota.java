package dev.colloquy.model.testkit;

import dev.colloquy.model.domain.Provider;
import dev.colloquy.model.domain.ProviderId;
import dev.colloquy.model.domain.ProviderKind;
import dev.colloquy.model.domain.ProviderStatus;
import dev.colloquy.model.domain.port.out.ProbeRota;
import dev.colloquy.model.domain.port.out.Providers;
import dev.colloquy.shared.domain.PageRequest;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletionStage;

/** Turns in memory, of at most two hundred providers. */
public final class InMemoryProbeRota implements ProbeRota {

  private final Providers providers;
  private final Map<ProviderId, Instant> taken = new HashMap<>();

  public InMemoryProbeRota(Providers providers) {
    this.providers = providers;
  }

  @Override
  public CompletionStage<Optional<ProviderId>> take(Instant now, Duration interval) {
    return providers
        .list(new PageRequest(PageRequest.MAX_LIMIT, Optional.empty()))
        .thenApply(page -> next(page.items(), now, now.minus(interval)));
  }

  private synchronized Optional<ProviderId> next(List<Provider> all, Instant now, Instant before) {
    Optional<ProviderId> next =
        all.stream()
            .filter(it -> it.draft().status() == ProviderStatus.ACTIVE)
            .filter(it -> it.draft().kind() != ProviderKind.REHEARSAL)
            .filter(it -> !since(it).isAfter(before))
            .min(Comparator.comparing(this::since))
            .map(Provider::id);
    next.ifPresent(it -> taken.put(it, now));
    return next;
  }

  private Instant since(Provider provider) {
    return taken.getOrDefault(provider.id(), provider.createdAt());
  }
}
