package dev.colloquy.usage.adapter.persistence;

import dev.colloquy.shared.adapter.persistence.Columns;
import dev.colloquy.shared.domain.Cursor;
import dev.colloquy.shared.domain.PageRequest;
import dev.colloquy.usage.domain.Metric;
import dev.colloquy.usage.domain.Period;
import dev.colloquy.usage.domain.Plan;
import dev.colloquy.usage.domain.Quota;
import dev.colloquy.usage.domain.QuotaId;
import dev.colloquy.usage.domain.QuotaSubject;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.Tuple;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Between a quota and its row. */
final class QuotaRows {

  /** The columns that {@link #quota} reads, of the table under the name {@code q}. */
  static final String COLUMNS =
      """
      q.id, q.subject, q.subject_id, q.tier, q.metric, q.period, q.ceiling, q.created_at, \
      q.updated_at, q.version""";

  private QuotaRows() {}

  static Quota quota(Row row) {
    return new Quota(
        new QuotaId(row.getUUID("id")),
        QuotaSubject.of(
            Columns.constant(QuotaSubject.Kind.class, row.getString("subject")),
            Optional.ofNullable(row.getUUID("subject_id")),
            Optional.ofNullable(row.getString("tier"))
                .map(tier -> Columns.constant(Plan.class, tier))),
        Columns.constant(Metric.class, row.getString("metric")),
        Columns.constant(Period.class, row.getString("period")),
        Quota.plain(row.getBigDecimal("ceiling")),
        Columns.instant(row, "created_at"),
        Columns.instant(row, "updated_at"),
        row.getLong("version"));
  }

  static Tuple row(Quota quota) {
    return Tuple.tuple()
        .addUUID(quota.id().value())
        .addString(Columns.text(quota.subject().kind()))
        .addUUID(quota.subject().id().orElse(null))
        .addString(quota.subject().tier().map(Columns::text).orElse(null))
        .addString(Columns.text(quota.metric()))
        .addString(Columns.text(quota.period()))
        .addBigDecimal(quota.limit())
        .addOffsetDateTime(Columns.timestamp(quota.createdAt()))
        .addOffsetDateTime(Columns.timestamp(quota.updatedAt()))
        .addLong(quota.version());
  }

  static @Nullable UUID before(PageRequest page) {
    return page.after().map(Cursor::position).map(UUID::fromString).orElse(null);
  }
}
