package dev.colloquy.model.domain.port.in;

import dev.colloquy.model.domain.HealthCheck;
import dev.colloquy.model.domain.ProviderId;
import dev.colloquy.shared.domain.Actor;
import java.util.concurrent.CompletionStage;

/** Tries a provider by asking one of its models a very short question; for administrators. */
public interface TestProvider {

  /**
   * How the provider did, within 15 seconds; it is remembered. A provider that does not answer is a
   * result and no failure. Fails with {@code AccessDenied}, {@code NotFound} or {@code
   * ProviderHasNoModel}.
   */
  CompletionStage<HealthCheck> handle(Actor.OfUser actor, ProviderId provider);
}
