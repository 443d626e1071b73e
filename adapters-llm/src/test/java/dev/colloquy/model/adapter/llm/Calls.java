package dev.colloquy.model.adapter.llm;

import dev.colloquy.model.domain.Dialect;
import dev.colloquy.model.domain.ModelCall;
import dev.colloquy.model.domain.ModelEndpoint;
import dev.colloquy.model.domain.ProviderId;
import dev.colloquy.model.domain.ProviderKey;
import dev.colloquy.model.domain.ProviderKind;
import dev.colloquy.model.domain.Turn;
import dev.colloquy.model.domain.Turn.Asked;
import dev.colloquy.shared.domain.AddressRules;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Calls as tests make them. */
final class Calls {

  static final Duration PATIENCE = Duration.ofSeconds(15);

  /** The servers of tests are on this machine. */
  static final AddressRules RULES = AddressRules.allowing(List.of("localhost", "127.0.0.1", "::1"));

  static final ProviderKey KEY = new ProviderKey("sk-planted-secret-0123456789");

  private Calls() {}

  /** A provider that nobody has called before. */
  static ProviderId provider() {
    return new ProviderId(UUID.randomUUID());
  }

  static ProviderCircuits circuits() {
    return new ProviderCircuits(Clock.systemUTC());
  }

  static ModelCall rehearsal(String question) {
    return rehearsal(List.of(new Asked(question)), PATIENCE);
  }

  static ModelCall rehearsal(List<Turn> turns, Duration patience) {
    return new ModelCall(
        new ModelEndpoint(
            provider(),
            1,
            ProviderKind.REHEARSAL,
            Optional.empty(),
            Optional.empty(),
            Dialect.usual(ProviderKind.REHEARSAL),
            false),
        "rehearsal",
        turns,
        List.of(),
        Optional.empty(),
        Optional.empty(),
        patience);
  }

  static ModelCall to(ProviderKind kind, URI address, Duration patience) {
    return to(kind, address, patience, List.of(new Asked("Hello?")));
  }

  static ModelCall to(ProviderKind kind, URI address, Duration patience, List<Turn> turns) {
    return new ModelCall(
        new ModelEndpoint(
            provider(),
            1,
            kind,
            Optional.of(address),
            Optional.of(KEY),
            Dialect.usual(kind),
            false),
        "model-a",
        turns,
        List.of(),
        Optional.empty(),
        Optional.empty(),
        patience);
  }
}
