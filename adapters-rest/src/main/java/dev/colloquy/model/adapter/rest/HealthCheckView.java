package dev.colloquy.model.adapter.rest;

import dev.colloquy.model.domain.HealthCheck;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * How a provider did when it was tried.
 *
 * @param latencyMs until it had answered, or until it had not
 */
record HealthCheckView(
    Instant checkedAt, boolean ok, long latencyMs, @Nullable ProviderErrorView error) {

  static HealthCheckView of(HealthCheck it) {
    return new HealthCheckView(
        it.at(),
        it.isOk(),
        it.latency().toMillis(),
        it.failure().map(ProviderErrorView::of).orElse(null));
  }
}
