package dev.colloquy.usage.adapter.persistence;

import dev.colloquy.shared.adapter.persistence.ChangeWriter;
import dev.colloquy.shared.adapter.persistence.Columns;
import dev.colloquy.shared.adapter.persistence.Sql;
import dev.colloquy.shared.adapter.persistence.UniqueViolation;
import dev.colloquy.shared.domain.Change;
import dev.colloquy.shared.domain.CommonException.Duplicate;
import dev.colloquy.shared.domain.Page;
import dev.colloquy.shared.domain.PageRequest;
import dev.colloquy.shared.domain.port.out.EventAppender;
import dev.colloquy.usage.domain.Quota;
import dev.colloquy.usage.domain.QuotaId;
import dev.colloquy.usage.domain.port.out.Quotas;
import io.vertx.sqlclient.Tuple;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

/** Quotas as rows of their table. */
public final class PgQuotas implements Quotas {

  private static final String SELECT = "select " + QuotaRows.COLUMNS + " from quota q ";

  private static final String FIND = SELECT + "where q.id = $1";

  private static final String LIST =
      SELECT + "where ($1::uuid is null or q.id < $1) order by q.id desc limit $2";

  /** Waits for those who begin or end a call, and lets nobody until the quota is there. */
  private static final String FENCE = "lock table usage_call in share mode";

  private static final String ADD =
      """
      insert into quota (id, subject, subject_id, tier, metric, period, ceiling, created_at,
        updated_at, version)
      values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)""";

  private static final String SAVE =
      """
      update quota set ceiling = $2, updated_at = $3, version = $4
      where id = $1 and version = $4 - 1""";

  private static final String REMOVE = "delete from quota where id = $1 and version = $2";

  private final Sql sql;
  private final EventAppender events;
  private final ChangeWriter writer;

  public PgQuotas(Sql sql, EventAppender events) {
    this.sql = sql;
    this.events = events;
    this.writer = new ChangeWriter(sql, events);
  }

  @Override
  public CompletionStage<Optional<Quota>> find(QuotaId id) {
    return sql.read(FIND, Tuple.of(id.value()))
        .thenApply(rows -> Columns.first(rows, QuotaRows::quota));
  }

  @Override
  public CompletionStage<Page<Quota>> list(PageRequest page) {
    return sql.read(LIST, Tuple.of(QuotaRows.before(page), page.limit() + 1))
        .thenApply(rows -> Columns.list(rows, QuotaRows::quota))
        .thenApply(found -> Page.cut(found, page.limit(), each -> each.id().toString()));
  }

  @Override
  public CompletionStage<Quota> add(Change<Quota> set) {
    Quota quota = set.now();
    Tuple since = Tuple.of(quota.id().value(), quota.period().begin(quota.createdAt()));
    return sql.inUnitOfWork(FENCE, Tuple.tuple())
        .thenCompose(alone -> sql.inUnitOfWork(ADD, QuotaRows.row(quota)))
        .thenCompose(added -> sql.inUnitOfWork(MeterSql.CATCH_UP, since))
        .thenCompose(counted -> sql.inUnitOfWork(MeterSql.HOLD_UNDER_WAY, since))
        .thenCompose(held -> events.append(set.events()))
        .thenApply(written -> quota)
        .exceptionallyCompose(
            UniqueViolation.becomes(
                () -> new Duplicate("There is a quota of this subject, metric and period.")));
  }

  @Override
  public CompletionStage<Quota> save(Change<Quota> changed) {
    Quota quota = changed.now();
    if (changed.isNothing()) {
      return CompletableFuture.completedFuture(quota);
    }
    Tuple parameters =
        Tuple.of(
            quota.id().value(),
            quota.limit(),
            Columns.timestamp(quota.updatedAt()),
            quota.version());
    return writer.write(SAVE, parameters, changed);
  }

  @Override
  public CompletionStage<Void> remove(Change<Quota> lifted) {
    Quota quota = lifted.now();
    return sql.inUnitOfWork(FENCE, Tuple.tuple())
        .thenCompose(
            alone -> writer.write(REMOVE, Tuple.of(quota.id().value(), quota.version()), lifted))
        .thenAccept(removed -> {});
  }
}
