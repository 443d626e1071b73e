package dev.colloquy.usage.adapter.rest;

import dev.colloquy.shared.adapter.rest.answer.Text;
import dev.colloquy.usage.domain.Quota;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A quota.
 *
 * @param subject user, tier, key or workspace
 * @param subjectId whom it limits; null for a tier
 * @param tier whose users it limits; null for all others
 */
record QuotaView(
    UUID id,
    String subject,
    @Nullable UUID subjectId,
    @Nullable String tier,
    String metric,
    String period,
    BigDecimal limit,
    Instant createdAt,
    Instant updatedAt,
    long version) {

  static QuotaView of(Quota quota) {
    return new QuotaView(
        quota.id().value(),
        Text.of(quota.subject().kind()),
        quota.subject().id().orElse(null),
        quota.subject().tier().map(Text::of).orElse(null),
        Text.of(quota.metric()),
        Text.of(quota.period()),
        quota.limit(),
        quota.createdAt(),
        quota.updatedAt(),
        quota.version());
  }
}
