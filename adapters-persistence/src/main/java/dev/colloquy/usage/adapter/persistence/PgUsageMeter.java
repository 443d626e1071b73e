package dev.colloquy.usage.adapter.persistence;

import dev.colloquy.shared.adapter.persistence.Columns;
import dev.colloquy.shared.adapter.persistence.Sql;
import dev.colloquy.shared.domain.ApiKeyId;
import dev.colloquy.shared.domain.WorkspaceId;
import dev.colloquy.usage.domain.Call;
import dev.colloquy.usage.domain.CallId;
import dev.colloquy.usage.domain.Consumption;
import dev.colloquy.usage.domain.port.out.UsageMeter;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.RowSet;
import io.vertx.sqlclient.Tuple;
import java.time.Instant;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

/** Counts under locks of the meters. */
public final class PgUsageMeter implements UsageMeter {

  private final Sql sql;

  public PgUsageMeter(Sql sql) {
    this.sql = sql;
  }

  @Override
  public CompletionStage<Booking> reserve(Call call) {
    return sql.inUnitOfWork(MeterSql.BEGIN, begun(call))
        .thenCompose(locked -> held(call.id(), locked));
  }

  @Override
  public CompletionStage<Booking> expect(CallId call, UUID model, Consumption expected) {
    return sql.inUnitOfWork(
            MeterSql.EXPECT,
            Tuple.of(
                call.value(),
                expected.promptTokens(),
                expected.completionTokens(),
                expected.cost(),
                model))
        .thenCompose(
            locked ->
                locked.size() == 0
                    ? CompletableFuture.completedFuture(new Booked())
                    : sql.inUnitOfWork(MeterSql.HOLD_AGAIN, Tuple.of(call.value()))
                        .thenApply(PgUsageMeter::booking));
  }

  @Override
  public CompletionStage<Void> settle(CallId call, Consumption taken) {
    return sql.inUnitOfWork(
            MeterSql.SETTLE,
            Tuple.of(call.value(), taken.promptTokens(), taken.completionTokens(), taken.cost()))
        .thenAccept(settled -> {});
  }

  @Override
  public CompletionStage<Void> release(CallId call) {
    return sql.inUnitOfWork(MeterSql.RELEASE, Tuple.of(call.value())).thenAccept(released -> {});
  }

  @Override
  public CompletionStage<Void> releaseLapsed(Instant now) {
    return sql.alone(MeterSql.RELEASE_LAPSED, Tuple.of(Columns.timestamp(now)))
        .thenAccept(released -> {});
  }

  private CompletionStage<Booking> held(CallId call, RowSet<Row> locked) {
    if (locked.size() == 0) {
      return CompletableFuture.completedFuture(new Booked());
    }
    UUID[] quotas = ids(locked, "quota_id");
    UUID[] holders = ids(locked, "holder");
    return sql.inUnitOfWork(
            MeterSql.HOLD, Tuple.of(call.value()).addArrayOfUUID(quotas).addArrayOfUUID(holders))
        .thenApply(PgUsageMeter::booking);
  }

  private static Booking booking(RowSet<Row> over) {
    return Columns.first(over, QuotaRows::quota).<Booking>map(Refused::new).orElseGet(Booked::new);
  }

  private static UUID[] ids(RowSet<Row> rows, String column) {
    return Columns.list(rows, row -> row.getUUID(column)).toArray(UUID[]::new);
  }

  private static Tuple begun(Call call) {
    return Tuple.tuple()
        .addUUID(call.id().value())
        .addUUID(call.spender().user().value())
        .addUUID(call.spender().key().map(ApiKeyId::value).orElse(null))
        .addUUID(call.spender().workspace().map(WorkspaceId::value).orElse(null))
        .addUUID(call.model())
        .addUUID(call.run().orElse(null))
        .addLong(call.expected().promptTokens())
        .addLong(call.expected().completionTokens())
        .addBigDecimal(call.expected().cost())
        .addOffsetDateTime(Columns.timestamp(call.began()))
        .addOffsetDateTime(call.lapses().map(Columns::timestamp).orElse(null));
  }
}
