package dev.colloquy.usage.adapter.rest;

import dev.colloquy.usage.domain.UsageGroup;
import dev.colloquy.usage.domain.UsageLine;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What a group of calls has taken. The field that it is grouped by says which; all others of these
 * are null, and so is the workspace of calls outside all.
 */
record UsageView(
    @Nullable LocalDate day,
    @Nullable UUID modelId,
    @Nullable UUID workspaceId,
    @Nullable UUID userId,
    long requests,
    long promptTokens,
    long completionTokens,
    long totalTokens,
    BigDecimal cost) {

  static UsageView of(UsageGroup by, UsageLine line) {
    String group = line.group();
    return new UsageView(
        by == UsageGroup.DAY ? LocalDate.parse(group) : null,
        by == UsageGroup.MODEL ? UUID.fromString(group) : null,
        by == UsageGroup.WORKSPACE && !group.isEmpty() ? UUID.fromString(group) : null,
        by == UsageGroup.USER ? UUID.fromString(group) : null,
        line.requests(),
        line.taken().promptTokens(),
        line.taken().completionTokens(),
        line.taken().tokens(),
        line.taken().cost());
  }
}
