package dev.colloquy.model.adapter.persistence;

import dev.colloquy.model.domain.ProviderId;
import dev.colloquy.model.domain.port.out.CallAllowance;
import dev.colloquy.shared.adapter.persistence.Columns;
import dev.colloquy.shared.adapter.persistence.Sql;
import io.vertx.sqlclient.Tuple;
import java.time.Instant;
import java.util.concurrent.CompletionStage;

/** Calls as one row a provider, which says how many there were in which minute. */
public final class PgCallAllowance implements CallAllowance {

  /** A node whose clock is behind counts into the minute that the others have reached. */
  private static final String TAKE =
      """
      with limited as (
        select id, rate_limit_per_minute as most from provider
        where id = $1 and rate_limit_per_minute is not null
      ), taken as (
        insert into provider_calls as c (provider_id, minute, calls)
        select id, date_trunc('minute', $2::timestamptz), 1 from limited
        on conflict (provider_id) do update set
          minute = greatest(c.minute, excluded.minute),
          calls = case when c.minute < excluded.minute then 1 else c.calls + 1 end
        where c.minute < excluded.minute or c.calls < (select most from limited)
        returning 1
      )
      select not exists (select 1 from limited) or exists (select 1 from taken)""";

  private final Sql sql;

  public PgCallAllowance(Sql sql) {
    this.sql = sql;
  }

  @Override
  public CompletionStage<Boolean> take(ProviderId provider, Instant now) {
    return sql.alone(TAKE, Tuple.of(provider.value(), Columns.timestamp(now)))
        .thenApply(rows -> rows.iterator().next().getBoolean(0));
  }
}
