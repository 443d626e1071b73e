package dev.colloquy.shared.adapter.persistence;

import dev.colloquy.shared.domain.CommonException.Unavailable;
import dev.colloquy.shared.domain.port.out.AnonymousRefusals;
import io.vertx.core.Context;
import io.vertx.core.Vertx;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.RowSet;
import io.vertx.sqlclient.Tuple;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.jspecify.annotations.Nullable;

/**
 * Counts in the table {@code anonymous_refusal}, in one statement at a time: what comes while it
 * runs goes into the next. A flood holds one connection, and not each that everybody else needs.
 */
public final class PgAnonymousRefusals implements AnonymousRefusals {

  /** How many may wait; whoever comes then is not answered what he was refused for. */
  private static final int MOST_WAITING = 1_000;

  private static final String COUNT =
      """
      insert into anonymous_refusal as so_far (minute, address, code, count)
      select * from unnest($1::timestamptz[], $2::text[], $3::text[], $4::bigint[])
      on conflict (minute, address, code) do update set count = so_far.count + excluded.count
      returning minute, address, code, count""";

  private static final String FORGET = "delete from anonymous_refusal where minute < $1";

  private final Sql sql;
  private SortedMap<Counter, Gathered> waiting = new TreeMap<>();
  private int howMany;
  private boolean writing;

  public PgAnonymousRefusals(Sql sql) {
    this.sql = sql;
  }

  /** What is counted; in this order, so that nodes never wait for each other's rows in a ring. */
  private record Counter(Instant minute, String address, String code)
      implements Comparable<Counter> {

    private static final Comparator<Counter> ORDER =
        Comparator.comparing(Counter::minute)
            .thenComparing(Counter::address)
            .thenComparing(Counter::code);

    static Counter of(Row row) {
      return new Counter(
          Columns.instant(row, "minute"), row.getString("address"), row.getString("code"));
    }

    @Override
    public int compareTo(Counter other) {
      return ORDER.compare(this, other);
    }
  }

  /** Refusals that are counted together, and what their counter comes to. */
  private static final class Gathered {
    final CompletableFuture<Long> counted = new CompletableFuture<>();
    long refusals;
  }

  @Override
  public CompletionStage<Long> count(String address, String code, Instant at) {
    if (Scope.current().isPresent()) {
      return CompletableFuture.failedFuture(
          new IllegalStateException("a refusal is counted outside a unit of work"));
    }
    CompletionStage<Long> counted =
        onContextOfCaller(gather(new Counter(at.truncatedTo(ChronoUnit.MINUTES), address, code)));
    writeNext();
    return counted;
  }

  /** Forgets what was counted before; for a timer, and never inside a unit of work. */
  public CompletionStage<Integer> forgetBefore(Instant time) {
    return sql.alone(FORGET, Tuple.of(Columns.timestamp(time))).thenApply(RowSet::rowCount);
  }

  private synchronized CompletableFuture<Long> gather(Counter counter) {
    if (howMany == MOST_WAITING) {
      return CompletableFuture.failedFuture(new Unavailable());
    }
    howMany++;
    Gathered gathered = waiting.computeIfAbsent(counter, it -> new Gathered());
    gathered.refusals++;
    return gathered.counted;
  }

  private void writeNext() {
    SortedMap<Counter, Gathered> next = next();
    if (!next.isEmpty()) {
      Scope.called(() -> sql.alone(COUNT, rows(next)))
          .whenComplete(
              (rows, failure) -> {
                written();
                writeNext();
                settle(next, rows, failure);
              });
    }
  }

  private synchronized SortedMap<Counter, Gathered> next() {
    SortedMap<Counter, Gathered> next = writing ? new TreeMap<>() : waiting;
    if (!next.isEmpty()) {
      writing = true;
      waiting = new TreeMap<>();
      howMany = 0;
    }
    return next;
  }

  private synchronized void written() {
    writing = false;
  }

  private static void settle(
      SortedMap<Counter, Gathered> done, @Nullable RowSet<Row> rows, @Nullable Throwable failure) {
    if (rows == null) {
      done.values().forEach(each -> each.counted.completeExceptionally(failure));
    } else {
      rows.forEach(row -> settle(done.get(Counter.of(row)), row.getLong("count")));
    }
  }

  private static void settle(@Nullable Gathered gathered, long count) {
    if (gathered != null) {
      gathered.counted.complete(count);
    }
  }

  private static Tuple rows(SortedMap<Counter, Gathered> counters) {
    return Tuple.tuple()
        .addArrayOfOffsetDateTime(
            counters.keySet().stream()
                .map(each -> Columns.timestamp(each.minute()))
                .toArray(OffsetDateTime[]::new))
        .addArrayOfString(counters.keySet().stream().map(Counter::address).toArray(String[]::new))
        .addArrayOfString(counters.keySet().stream().map(Counter::code).toArray(String[]::new))
        .addArrayOfLong(counters.values().stream().map(each -> each.refusals).toArray(Long[]::new));
  }

  /** For it is somebody else's statement that brings the answer, on his context. */
  private static <T> CompletionStage<T> onContextOfCaller(CompletableFuture<T> answer) {
    Context caller = Vertx.currentContext();
    return caller == null
        ? answer
        : answer.whenCompleteAsync(
            (value, failure) -> {}, task -> caller.runOnContext(now -> task.run()));
  }
}
