package dev.colloquy.identity.adapter.persistence;

import dev.colloquy.shared.adapter.persistence.Columns;
import dev.colloquy.shared.adapter.persistence.Sql;
import dev.colloquy.shared.domain.InTurn;
import io.vertx.sqlclient.Tuple;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletionStage;

/** Forgets what identity has kept long enough; on every node, for it does no harm done twice. */
public final class PgHousekeeping {

  private static final Map<String, Duration> KEPT =
      Map.of(
          "delete from login_session where expires_at < $1", Duration.ofDays(30),
          "delete from login_session where ended_at < $1", Duration.ofDays(30),
          "delete from revocation where revoked_at < $1", PgRevocations.REMEMBERED.multipliedBy(2),
          "delete from login_throttle where last_at < $1", Duration.ofDays(1));

  private final Sql sql;
  private final Clock clock;

  public PgHousekeeping(Sql sql, Clock clock) {
    this.sql = sql;
    this.clock = clock;
  }

  /** Fails with {@code DatabaseError}. */
  public CompletionStage<Void> tidy() {
    Instant now = clock.instant();
    return InTurn.each(
        List.copyOf(KEPT.entrySet()),
        rule -> sql.alone(rule.getKey(), Tuple.of(limit(now, rule.getValue()))));
  }

  private static OffsetDateTime limit(Instant now, Duration kept) {
    return Columns.timestamp(now.minus(kept));
  }
}
