package dev.colloquy.model.testkit;

import dev.colloquy.model.domain.Circuit;
import dev.colloquy.model.domain.ProviderId;
import dev.colloquy.model.domain.port.out.Circuits;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** Circuits as a test wants them; closed where it says nothing. */
public final class InMemoryCircuits implements Circuits {

  private final Map<ProviderId, Circuit> known = new ConcurrentHashMap<>();

  public void put(ProviderId provider, Circuit circuit) {
    known.put(provider, circuit);
  }

  @Override
  public Circuit of(ProviderId provider, long version) {
    return known.getOrDefault(provider, Circuit.CLOSED);
  }
}
