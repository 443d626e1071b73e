package dev.colloquy.identity.adapter.persistence;

import dev.colloquy.identity.domain.AccessToken;
import dev.colloquy.identity.domain.port.out.Revocations;
import dev.colloquy.shared.adapter.persistence.Sql;
import dev.colloquy.shared.domain.LoginSessionId;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.RowSet;
import io.vertx.sqlclient.Tuple;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Revoked sessions, read from their table into memory. It reads on from the oldest transaction that
 * was under way the last time: whatever was invisible then carries that number or a later one.
 */
public final class PgRevocations implements Revocations {

  /** How old what is known may be. */
  private static final Duration FRESH = Duration.ofSeconds(2);

  /** When no access token of the session lives any more, whatever clocks say. */
  static final Duration REMEMBERED = AccessToken.LIFETIME.plusMinutes(5);

  /** Always one row at least, for the horizon. */
  private static final String SINCE =
      """
      select pg_snapshot_xmin(pg_current_snapshot())::text::bigint as horizon, r.session_id
      from (select 1) one left join revocation r on r.transaction >= $1""";

  private static final String ENDED =
      "select exists (select from login_session where id = $1 and ended_at is not null)";

  private final Sql sql;
  private final Clock clock;
  private final Map<UUID, Instant> revoked = new ConcurrentHashMap<>();
  private volatile long horizon;
  private volatile Instant knownAt = Instant.EPOCH;

  public PgRevocations(Sql sql, Clock clock) {
    this.sql = sql;
    this.clock = clock;
  }

  @Override
  public CompletionStage<Void> catchUp() {
    Instant asked = clock.instant();
    return sql.alone(SINCE, Tuple.of(horizon)).thenAccept(rows -> take(rows, asked));
  }

  @Override
  public CompletionStage<Boolean> isRevoked(LoginSessionId session) {
    if (revoked.containsKey(session.value())) {
      return CompletableFuture.completedFuture(true);
    }
    boolean fresh = knownAt.plus(FRESH).isAfter(clock.instant());
    return fresh
        ? CompletableFuture.completedFuture(false)
        : sql.read(ENDED, Tuple.of(session.value()))
            .thenApply(rows -> rows.iterator().next().getBoolean(0));
  }

  private void take(RowSet<Row> rows, Instant asked) {
    for (Row row : rows) {
      UUID session = row.getUUID("session_id");
      if (session != null) {
        revoked.putIfAbsent(session, asked);
      }
      horizon = Math.max(horizon, row.getLong("horizon"));
    }
    revoked.values().removeIf(asked.minus(REMEMBERED)::isAfter);
    if (asked.isAfter(knownAt)) {
      knownAt = asked;
    }
  }
}
