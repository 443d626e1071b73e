package dev.colloquy.identity.adapter.persistence;

import dev.colloquy.identity.domain.Admission;
import dev.colloquy.identity.domain.Backoff;
import dev.colloquy.identity.domain.Tally;
import dev.colloquy.identity.domain.Throttle;
import dev.colloquy.identity.domain.ThrottleKey;
import dev.colloquy.identity.domain.port.out.Throttles;
import dev.colloquy.shared.adapter.persistence.Columns;
import dev.colloquy.shared.adapter.persistence.Sql;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.Tuple;
import java.time.Instant;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

/** Counters of failures as rows; an attempt counts in one statement, so that none overtakes. */
public final class PgThrottles implements Throttles {

  /**
   * {@link Tally#count} in SQL: $3 now, $4 free, $5 first, $6 longest, $7 forgotten after, in ms.
   *
   * <p>Whoever is blocked is told so from what he reads: were the row locked for him, a flood of
   * attempts would hold all connections, each waiting for the one before it.
   */
  private static final String ATTEMPT =
      """
      with blocked as (
        select failures, last_at, blocked_until from login_throttle
        where throttle = $1 and subject = $2 and blocked_until > $3::timestamptz),
      counted as (
        insert into login_throttle as t (throttle, subject, failures, last_at, blocked_until)
        select $1::text, $2::text, 1, $3::timestamptz, %s
        where not exists (select from blocked)
        on conflict (throttle, subject) do update
          set failures = %s, last_at = $3::timestamptz, blocked_until = %s
          where t.blocked_until <= $3::timestamptz
        returning failures, last_at, blocked_until)
      select true as counts, * from counted union all select false, * from blocked"""
          .formatted(block("1"), Counted.NEXT, block(Counted.NEXT));

  private static final String LOOK =
      """
      select failures, last_at, blocked_until from login_throttle
      where throttle = $1 and subject = $2""";

  private static final String FORGIVE =
      """
      update login_throttle
      set failures = greatest(0, failures - 1),
        blocked_until = case when failures - 1 < $3::int then to_timestamp(0) else blocked_until end
      where throttle = $1 and subject = $2""";

  private static final String FORGET =
      "delete from login_throttle where throttle = $1 and subject = $2";

  private final Sql sql;
  private final Map<Throttle, Backoff> rules;

  public PgThrottles(Sql sql, Map<Throttle, Backoff> rules) {
    this.sql = sql;
    this.rules = new EnumMap<>(rules);
  }

  /** What an existing counter comes to with one more attempt. */
  private static final class Counted {
    static final String NEXT =
        """
        (case when t.last_at + $7::float8 * interval '1 millisecond' < $3::timestamptz \
        then 1 else t.failures + 1 end)""";
  }

  private static String block(String failures) {
    return """
        (case when %1$s < $4::int then to_timestamp(0) \
        else $3::timestamptz \
        + least($6::float8, $5::float8 * 2 ^ least(%1$s - $4::int, 30)) \
        * interval '1 millisecond' end)"""
        .formatted(failures);
  }

  @Override
  public CompletionStage<Admission> attempt(ThrottleKey key, Instant now) {
    Backoff rule = rule(key);
    Tuple counted =
        key(key)
            .addOffsetDateTime(Columns.timestamp(now))
            .addInteger(rule.free())
            .addDouble((double) rule.first().toMillis())
            .addDouble((double) rule.longest().toMillis())
            .addDouble((double) rule.forgottenAfter().toMillis());
    return sql.alone(ATTEMPT, counted)
        .thenApply(rows -> Columns.first(rows, row -> admission(row, rule, now)))
        .thenCompose( // nothing where the block began while this ran
            admission ->
                admission
                    .<CompletionStage<Admission>>map(CompletableFuture::completedFuture)
                    .orElseGet(() -> lookOrTryAgain(key, now)));
  }

  /** Nobody is let in without having been counted, even where the block has just been lifted. */
  private CompletionStage<Admission> lookOrTryAgain(ThrottleKey key, Instant now) {
    return look(key, now)
        .thenCompose(
            said -> said.admitted() ? attempt(key, now) : CompletableFuture.completedFuture(said));
  }

  @Override
  public CompletionStage<Admission> look(ThrottleKey key, Instant now) {
    return sql.alone(LOOK, key(key))
        .thenApply(rows -> Columns.first(rows, PgThrottles::tally))
        .thenApply(found -> found.orElseGet(() -> Tally.clean(now)).admit(rule(key), now));
  }

  @Override
  public CompletionStage<Void> forgive(ThrottleKey key) {
    return sql.alone(FORGIVE, key(key).addInteger(rule(key).free())).thenAccept(forgiven -> {});
  }

  @Override
  public CompletionStage<Void> forget(ThrottleKey key) {
    return sql.alone(FORGET, key(key)).thenAccept(forgotten -> {});
  }

  private static Admission admission(Row row, Backoff rule, Instant now) {
    Tally tally = tally(row);
    return row.getBoolean("counts") ? tally.admitted(rule, now) : tally.admit(rule, now);
  }

  private static Tally tally(Row row) {
    return new Tally(
        row.getInteger("failures"),
        Columns.instant(row, "last_at"),
        Columns.instant(row, "blocked_until"));
  }

  private static Tuple key(ThrottleKey key) {
    return Tuple.tuple().addString(Columns.text(key.throttle())).addString(key.subject().hex());
  }

  private Backoff rule(ThrottleKey key) {
    return Optional.ofNullable(rules.get(key.throttle()))
        .orElseThrow(() -> new IllegalStateException("no rule for " + key.throttle()));
  }
}
