package dev.colloquy.model.adapter.rest;

import dev.colloquy.model.domain.Provider;
import dev.colloquy.model.domain.ProviderDraft;
import dev.colloquy.model.domain.SealedKey;
import dev.colloquy.shared.adapter.rest.answer.Text;
import dev.colloquy.shared.domain.BaseUrl;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A provider of models.
 *
 * @param baseUrl null for the kind's usual one
 * @param apiKeyLast4 the key's end; empty for a very short key, null where there is no key
 * @param rateLimitPerMinute null for any number of calls
 * @param lastHealthCheck null where it was never tried
 */
record ProviderView(
    UUID id,
    String name,
    String kind,
    @Nullable String baseUrl,
    @Nullable String apiKeyLast4,
    DialectView dialect,
    String status,
    @Nullable Integer rateLimitPerMinute,
    @Nullable HealthCheckView lastHealthCheck,
    Instant createdAt,
    Instant updatedAt,
    long version) {

  static ProviderView of(Provider it) {
    ProviderDraft draft = it.draft();
    return new ProviderView(
        it.id().value(),
        draft.name().value(),
        Text.of(draft.kind()),
        draft.baseUrl().map(BaseUrl::toString).orElse(null),
        it.key().map(SealedKey::hint).orElse(null),
        DialectView.of(draft.dialect()),
        Text.of(draft.status()),
        draft.callsPerMinute().orElse(null),
        it.lastCheck().map(HealthCheckView::of).orElse(null),
        it.createdAt(),
        it.updatedAt(),
        it.version());
  }
}
