package dev.colloquy.model.adapter.persistence;

import dev.colloquy.model.domain.ProviderId;
import dev.colloquy.model.domain.port.out.ProbeRota;
import dev.colloquy.shared.adapter.persistence.Columns;
import dev.colloquy.shared.adapter.persistence.Sql;
import io.vertx.sqlclient.Tuple;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.CompletionStage;

/** Turns as a column of providers, which says when each was last taken. */
public final class PgProbeRota implements ProbeRota {

  /** Whom another node takes at this moment is passed over. */
  private static final String TAKE =
      """
      update provider set probed_at = $1 where id = (
        select id from provider
        where status = 'active' and kind <> 'rehearsal' and coalesce(probed_at, created_at) <= $2
        order by coalesce(probed_at, created_at), id
        limit 1 for update skip locked)
      returning id""";

  private final Sql sql;

  public PgProbeRota(Sql sql) {
    this.sql = sql;
  }

  @Override
  public CompletionStage<Optional<ProviderId>> take(Instant now, Duration interval) {
    return sql.alone(TAKE, Tuple.of(Columns.timestamp(now), Columns.timestamp(now.minus(interval))))
        .thenApply(rows -> Columns.first(rows, row -> new ProviderId(row.getUUID("id"))));
  }
}
