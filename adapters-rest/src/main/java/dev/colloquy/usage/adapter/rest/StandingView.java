package dev.colloquy.usage.adapter.rest;

import dev.colloquy.shared.adapter.rest.answer.Text;
import dev.colloquy.usage.domain.Quota;
import dev.colloquy.usage.domain.Standing;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A quota that applies to the caller, and how it stands.
 *
 * @param used what ended calls took
 * @param reserved what calls under way may take at the most
 * @param left what may still be asked for
 * @param resetsAt when it is counted anew
 */
record StandingView(
    UUID id,
    String subject,
    @Nullable UUID subjectId,
    @Nullable String tier,
    String metric,
    String period,
    BigDecimal limit,
    BigDecimal used,
    BigDecimal reserved,
    BigDecimal left,
    Instant resetsAt) {

  static StandingView of(Standing standing) {
    Quota quota = standing.quota();
    return new StandingView(
        quota.id().value(),
        Text.of(quota.subject().kind()),
        quota.subject().id().orElse(null),
        quota.subject().tier().map(Text::of).orElse(null),
        Text.of(quota.metric()),
        Text.of(quota.period()),
        quota.limit(),
        standing.used(),
        standing.reserved(),
        Quota.plain(standing.left()),
        standing.resetsAt());
  }
}
