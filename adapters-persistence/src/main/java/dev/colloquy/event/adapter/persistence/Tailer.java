package dev.colloquy.event.adapter.persistence;

import dev.colloquy.shared.domain.RecordedEvent;
import io.vertx.core.Context;
import io.vertx.core.Future;
import io.vertx.sqlclient.Pool;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.RowSet;
import io.vertx.sqlclient.Tuple;
import java.time.Duration;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/** Reads the feed's end for the whole node, in order and each event once. */
final class Tailer {

  private static final Logger LOG = Logger.getLogger(Tailer.class);
  private static final Duration GAP = Duration.ofMillis(1);

  /** How much history a node begins with, for those who come back after its restart. */
  private static final long PRELUDE = 1_000;

  private static final int PORTION = 500;
  private static final long PORTION_BYTES = 4L * 1024 * 1024;

  /** What an event weighs beside its data. */
  private static final int OVERHEAD_BYTES = 600;

  private final Pool pool;
  private final long ringBytes;
  private final Pace pace;
  private @Nullable FanOut fanOut;

  Tailer(Pool pool, Context context, long ringBytes) {
    this.pool = pool;
    this.ringBytes = ringBytes;
    this.pace = new Pace(context, GAP, this::turn);
  }

  /** Looks for more; from any thread. */
  void wake() {
    pace.request();
  }

  /** Absent until the feed was reached once. */
  @Nullable FanOut fanOut() {
    return fanOut;
  }

  private Future<Void> turn() {
    FanOut to = fanOut;
    return (to == null ? begin() : read(to))
        .onFailure(failure -> LOG.warnf("Reading the feed failed: %s", failure.getMessage()))
        .otherwiseEmpty();
  }

  private Future<Void> begin() {
    return pool.preparedQuery(FeedSql.BEGIN)
        .execute(Tuple.of(PRELUDE))
        .compose(
            rows -> {
              long position = rows.iterator().next().getLong("position");
              return read(new FanOut(new Ring(ringBytes, position)));
            });
  }

  private Future<Void> read(FanOut to) {
    return pool.preparedQuery(FeedSql.TAIL)
        .execute(Tuple.of(to.ring().head(), PORTION, PORTION_BYTES))
        .map(rows -> publish(to, rows));
  }

  private @Nullable Void publish(FanOut to, RowSet<Row> rows) {
    long bytes = 0;
    for (Row row : rows) {
      RecordedEvent event = FeedRow.tailed(row);
      if (event.position() != to.ring().head() + 1) {
        startAnew(to);
        return null;
      }
      to.publish(event, row.getInteger("bytes") + OVERHEAD_BYTES);
      bytes = row.getLong("total");
    }
    to.flush();
    fanOut = to;
    if (rows.size() == PORTION || bytes >= PORTION_BYTES) {
      pace.request();
    }
    return null;
  }

  /** History was let go faster than it was read here, as after a long time without the database. */
  private void startAnew(FanOut late) {
    LOG.warn("The feed has moved on without this node; its streams begin anew");
    late.endAll();
    fanOut = null;
    pace.request();
  }
}
