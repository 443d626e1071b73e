package dev.colloquy.model.adapter.rest;

import dev.colloquy.model.domain.Provider;
import dev.colloquy.shared.adapter.rest.answer.Text;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * How a provider did when it was last tried.
 *
 * @param lastHealthCheck null where it never was
 */
record ProviderHealthView(
    UUID providerId, String name, String status, @Nullable HealthCheckView lastHealthCheck) {

  static ProviderHealthView of(Provider it) {
    return new ProviderHealthView(
        it.id().value(),
        it.draft().name().value(),
        Text.of(it.draft().status()),
        it.lastCheck().map(HealthCheckView::of).orElse(null));
  }
}
