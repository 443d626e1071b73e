package dev.colloquy.event.adapter.persistence;

import io.vertx.core.Context;
import io.vertx.core.Future;
import io.vertx.pgclient.PgConnection;
import io.vertx.sqlclient.Pool;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.RowSet;
import io.vertx.sqlclient.Tuple;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * Moves what was committed from the outbox into the feed, with consecutive positions. Every node
 * has one; whoever holds the lease on the feed's head works, the others wait for it to run out. On
 * its context only, but for {@link #wake()}.
 */
final class Sequencer {

  private static final Logger LOG = Logger.getLogger(Sequencer.class);
  private static final Duration GAP = Duration.ofMillis(5);
  private static final Duration SWEEP = Duration.ofSeconds(10);
  private static final long PARTITION = 1_000_000;

  private final UUID node;
  private final Duration lease;
  private final Runnable whenMoved;
  private final Runnable tellOwner;
  private final HeldConnection session;
  private final Pace pace;
  private volatile @Nullable Tenure tenure;
  private int portion = SequencerSql.ROUND;
  private boolean stopped;

  /** A time of ownership, with all that is only known during it. */
  private static final class Tenure {
    final long epoch;
    final LowWaterMark lowWater = new LowWaterMark();
    long swept = System.nanoTime();
    long partitionsFor = -1;

    Tenure(long epoch) {
      this.epoch = epoch;
    }
  }

  /**
   * @param lease for how long an owner keeps the head that is not heard of
   * @param whenMoved told after a round that has moved something
   * @param tellOwner asked to wake another node's sequencer
   */
  Sequencer(
      Pool pool,
      Context context,
      UUID node,
      Duration lease,
      Runnable whenMoved,
      Runnable tellOwner) {
    this.node = node;
    this.lease = lease;
    this.whenMoved = whenMoved;
    this.tellOwner = tellOwner;
    this.pace = new Pace(context, GAP, this::turn);
    this.session =
        new HeldConnection(
            pool, context, "the sequencer", opened -> Future.succeededFuture(), this::resign);
  }

  void start() {
    session.open();
  }

  /** Lets the next owner begin at once. */
  Future<Void> stop() {
    stopped = true;
    Optional<Tenure> last = Optional.ofNullable(tenure);
    resign();
    return session
        .get()
        .flatMap(open -> last.map(it -> released(open, it)))
        .orElseGet(Future::succeededFuture)
        .eventually(session::close);
  }

  /** Events may wait; from any thread. */
  void wake() {
    if (tenure == null) {
      tellOwner.run();
    } else {
      pace.request();
    }
  }

  /** Another node has events; nothing to do for whoever does not own the head. */
  void wakeOwner() {
    if (tenure != null) {
      pace.request();
    }
  }

  /** The net below the wake-ups, and the watch over another owner's lease. */
  void poll() {
    pace.request();
  }

  boolean owns() {
    return tenure != null;
  }

  private Future<Void> turn() {
    PgConnection open = session.get().orElse(null);
    if (open == null || stopped) {
      return Future.succeededFuture();
    }
    Tenure now = tenure;
    return (now == null ? takeOver(open) : round(open, now))
        .onFailure(
            failure -> LOG.warnf("A round of the sequencer failed: %s", failure.getMessage()))
        .otherwiseEmpty();
  }

  private Future<Void> takeOver(PgConnection open) {
    return open.preparedQuery(SequencerSql.END_PREVIOUS)
        .execute(Tuple.of(node))
        .compose(
            ended ->
                open.preparedQuery(SequencerSql.TAKE_OVER)
                    .execute(Tuple.of(node, lease.toMillis())))
        .map(this::begin);
  }

  private @Nullable Void begin(RowSet<Row> taken) {
    for (Row head : taken) {
      LOG.infof("Sequencing from position %d on", head.getLong("last_position") + 1);
      tenure = new Tenure(head.getLong("epoch"));
      pace.request();
    }
    return null;
  }

  /**
   * After a round that failed, half as many, and then slowly more again: what was too much at once
   * must not be for ever.
   */
  private Future<Void> round(PgConnection open, Tenure now) {
    int most = portion;
    return open.preparedQuery(SequencerSql.ROUND_OF_THE_OWNER)
        .execute(Tuple.of(now.epoch, looksFrom(now), lease.toMillis(), most))
        .onSuccess(done -> portion = Math.min(SequencerSql.ROUND, most + 1 + most / 8))
        .onFailure(failed -> portion = Math.max(1, most / 2))
        .compose(done -> learn(open, now, done.iterator().next(), most));
  }

  private Future<Void> learn(PgConnection open, Tenure now, Row round, int most) {
    Long before = round.getLong("before");
    if (before == null) {
      LOG.info("Another node sequences now");
      resign();
      return Future.succeededFuture();
    }
    long moved = round.getLong("moved");
    boolean full = moved == most;
    now.lowWater.learn(
        round.getLong("oldest"), round.getLong("own"), round.getLong("handed_out"), !full);
    if (moved > 0) {
      whenMoved.run();
    }
    if (full) {
      pace.request();
    }
    return partitionsAhead(open, now, before + moved);
  }

  private long looksFrom(Tenure now) {
    if (System.nanoTime() - now.swept < SWEEP.toNanos()) {
      return now.lowWater.value();
    }
    now.swept = System.nanoTime();
    return 0;
  }

  private static Future<Void> partitionsAhead(PgConnection open, Tenure now, long position) {
    long partition = position / PARTITION;
    if (now.partitionsFor == partition) {
      return Future.succeededFuture();
    }
    return open.preparedQuery(SequencerSql.PARTITIONS_AHEAD)
        .execute(Tuple.of(position))
        .onSuccess(made -> now.partitionsFor = partition)
        .mapEmpty();
  }

  private static Future<Void> released(PgConnection open, Tenure last) {
    return open.preparedQuery(SequencerSql.RELEASE)
        .execute(Tuple.of(last.epoch))
        .<Void>mapEmpty()
        .otherwiseEmpty();
  }

  private void resign() {
    tenure = null;
  }
}
