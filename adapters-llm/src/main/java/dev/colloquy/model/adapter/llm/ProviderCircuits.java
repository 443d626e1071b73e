package dev.colloquy.model.adapter.llm;

import dev.colloquy.model.domain.Circuit;
import dev.colloquy.model.domain.ModelEndpoint;
import dev.colloquy.model.domain.ProviderId;
import dev.colloquy.model.domain.port.out.Circuits;
import java.time.Clock;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * A breaker for each provider that was called here, for as long as nothing about the provider
 * changes: a new address or key begins with a new one. Other nodes find out by themselves.
 */
public final class ProviderCircuits implements Circuits {

  private final Clock clock;
  private final Map<ProviderId, Breaker> breakers = new ConcurrentHashMap<>();

  public ProviderCircuits(Clock clock) {
    this.clock = clock;
  }

  @Override
  public Circuit of(ProviderId provider, long version) {
    Breaker known = breakers.get(provider);
    return known == null || known.version() < version ? Circuit.CLOSED : known.look();
  }

  /** How many of those that were called here are in the state. */
  public long count(Circuit.State state) {
    return breakers.values().stream().filter(it -> it.look().state() == state).count();
  }

  Breaker of(ModelEndpoint endpoint) {
    return breakers.compute(
        endpoint.provider(),
        (id, known) ->
            known == null || known.version() < endpoint.version()
                ? new Breaker(endpoint.version(), clock)
                : known);
  }
}
