package dev.colloquy.shared.adapter.persistence;

import dev.colloquy.shared.domain.CommonException;
import dev.colloquy.shared.domain.Rendered;
import dev.colloquy.shared.domain.UserId;
import dev.colloquy.shared.domain.port.out.Attempts;
import io.vertx.core.json.JsonObject;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.RowSet;
import io.vertx.sqlclient.Tuple;
import java.time.Clock;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletionStage;

/** Attempts in the table {@code attempt}. */
public final class PgAttempts implements Attempts {

  private static final String CLAIM =
      "select pg_try_advisory_xact_lock(hashtextextended($1, 0)) as claimed";

  // a statement of its own: only a snapshot younger than the lock sees what its last holder wrote
  private static final String FIND =
      """
      select fingerprint, status, headers, body from attempt
      where user_id = $1 and key = $2 and expires_at > $3""";

  private static final String KEEP =
      """
      insert into attempt as earlier
        (user_id, key, fingerprint, status, headers, body, expires_at)
      values ($1, $2, $3, $4, $5, $6, $7)
      on conflict (user_id, key) do update
      set fingerprint = excluded.fingerprint, status = excluded.status,
          headers = excluded.headers, body = excluded.body, reference = null,
          expires_at = excluded.expires_at
      where earlier.expires_at <= $8""";

  private static final String FORGET =
      """
      delete from attempt where (user_id, key) in
        (select user_id, key from attempt where expires_at <= $1 limit 10000)""";

  private final Sql sql;
  private final Clock clock;

  public PgAttempts(Sql sql, Clock clock) {
    this.sql = sql;
    this.clock = clock;
  }

  @Override
  public CompletionStage<Boolean> claim(UserId user, String key) {
    return sql.inUnitOfWork(CLAIM, Tuple.of("attempt " + user + ' ' + key))
        .thenApply(rows -> rows.iterator().next().getBoolean("claimed"));
  }

  @Override
  public CompletionStage<Optional<Kept>> find(UserId user, String key, Instant now) {
    return sql.inUnitOfWork(FIND, Tuple.of(user.value(), key, Columns.timestamp(now)))
        .thenApply(rows -> Columns.first(rows, PgAttempts::kept));
  }

  @Override
  public CompletionStage<Void> keep(
      UserId user, String key, String fingerprint, Rendered answer, Instant expiresAt) {
    return sql.inUnitOfWork(
            KEEP,
            Tuple.tuple()
                .addUUID(user.value())
                .addString(key)
                .addString(fingerprint)
                .addInteger(answer.status())
                .addJsonObject(Columns.json(new HashMap<>(answer.headers())))
                .addString(answer.body())
                .addOffsetDateTime(Columns.timestamp(expiresAt))
                .addOffsetDateTime(Columns.timestamp(clock.instant())))
        .thenAccept(PgAttempts::written);
  }

  /** Forgets some of the expired attempts; for a timer, and never inside a unit of work. */
  public CompletionStage<Integer> forgetExpired() {
    return sql.alone(FORGET, Tuple.of(Columns.timestamp(clock.instant())))
        .thenApply(RowSet::rowCount);
  }

  /** A key that was free under the lock was meanwhile taken by a way that needs no lock. */
  private static void written(RowSet<Row> result) {
    if (result.rowCount() == 0) {
      throw new CommonException.Conflict();
    }
  }

  /** One that has a reference keeps no answer, and its fingerprint fits no other route. */
  private static Kept kept(Row row) {
    Map<String, String> headers = new HashMap<>();
    Optional.ofNullable(row.getJsonObject("headers"))
        .map(JsonObject::getMap)
        .ifPresent(all -> all.forEach((name, value) -> headers.put(name, String.valueOf(value))));
    return new Kept(
        row.getString("fingerprint"),
        new Rendered(
            Optional.ofNullable(row.getInteger("status")).orElse(0),
            headers,
            Optional.ofNullable(row.getString("body")).orElse("")));
  }
}
