package dev.colloquy.model.adapter.rest;

import dev.colloquy.model.domain.Provider;
import dev.colloquy.model.domain.ProviderHealth;
import dev.colloquy.shared.adapter.rest.answer.Text;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * How a provider does.
 *
 * @param lastHealthCheck how it did when it was last tried; null where it never was
 * @param circuit whether this node calls it
 */
record ProviderHealthView(
    UUID providerId,
    String name,
    String status,
    @Nullable HealthCheckView lastHealthCheck,
    CircuitView circuit) {

  static ProviderHealthView of(ProviderHealth it) {
    Provider provider = it.provider();
    return new ProviderHealthView(
        provider.id().value(),
        provider.draft().name().value(),
        Text.of(provider.draft().status()),
        provider.lastCheck().map(HealthCheckView::of).orElse(null),
        CircuitView.of(it.circuit()));
  }
}
