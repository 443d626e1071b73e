package dev.colloquy.shared.adapter.persistence;

import dev.colloquy.shared.domain.port.out.AnonymousRefusals;
import io.vertx.sqlclient.RowSet;
import io.vertx.sqlclient.Tuple;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.concurrent.CompletionStage;

/** Counts in the table {@code anonymous_refusal}. */
public final class PgAnonymousRefusals implements AnonymousRefusals {

  private static final String COUNT =
      """
      insert into anonymous_refusal as so_far (address, minute, code, count)
      values ($1, $2, $3, 1)
      on conflict (minute, address, code) do update set count = so_far.count + 1
      returning count""";

  private static final String FORGET = "delete from anonymous_refusal where minute < $1";

  private final Sql sql;

  public PgAnonymousRefusals(Sql sql) {
    this.sql = sql;
  }

  @Override
  public CompletionStage<Long> count(String address, String code, Instant at) {
    Instant minute = at.truncatedTo(ChronoUnit.MINUTES);
    return sql.alone(COUNT, Tuple.of(address, Columns.timestamp(minute), code))
        .thenApply(rows -> rows.iterator().next().getLong("count"));
  }

  /** Forgets what was counted before; for a timer, and never inside a unit of work. */
  public CompletionStage<Integer> forgetBefore(Instant time) {
    return sql.alone(FORGET, Tuple.of(Columns.timestamp(time))).thenApply(RowSet::rowCount);
  }
}
