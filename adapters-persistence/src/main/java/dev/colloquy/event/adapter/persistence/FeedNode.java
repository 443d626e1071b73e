package dev.colloquy.event.adapter.persistence;

import dev.colloquy.event.domain.port.out.EventFeed;
import dev.colloquy.shared.adapter.persistence.Sql;
import dev.colloquy.shared.adapter.persistence.Wakeup;
import io.vertx.core.Context;
import io.vertx.core.Vertx;
import io.vertx.core.impl.VertxInternal;
import io.vertx.sqlclient.Pool;
import java.time.Duration;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

/**
 * All that one node does for the feed: it sequences when it is its turn, tails, and serves streams.
 * Everything runs on one event loop's context, so that nothing of it needs a lock.
 */
public final class FeedNode {

  private static final Duration POLL = Duration.ofMillis(250);
  private static final Duration TICK = Duration.ofSeconds(1);

  private final Vertx vertx;
  private final Context context;
  private final Tailer tailer;
  private final Sequencer sequencer;
  private final FeedSignals signals;
  private final PgEventFeed feed;
  private long polls = -1;
  private long ticks = -1;

  /**
   * How a node behaves.
   *
   * @param lease for how long a sequencer that is not heard of keeps others from taking over
   * @param ringBytes how much of the feed's end is kept in memory
   */
  public record Settings(Duration lease, long ringBytes) {

    /** What suits an installation of a few nodes. */
    public static Settings usual() {
      return new Settings(Duration.ofSeconds(3), 32L * 1024 * 1024);
    }
  }

  /** The node begins when it is started. */
  public FeedNode(Vertx vertx, Pool pool, Sql sql, UUID node, Settings settings) {
    this.vertx = vertx;
    this.context = ((VertxInternal) vertx).createEventLoopContext();
    this.tailer = new Tailer(pool, context, settings.ringBytes());
    this.signals = new FeedSignals(pool, context, this::written, tailer::wake);
    this.sequencer =
        new Sequencer(pool, context, node, settings.lease(), this::ordered, signals::written);
    this.feed = new PgEventFeed(new FeedQueries(sql), tailer, context);
  }

  public EventFeed feed() {
    return feed;
  }

  /** To be called after a commit that wrote events. */
  public Wakeup wakeup() {
    return sequencer::wake;
  }

  public void start() {
    context.runOnContext(
        here -> {
          signals.start();
          sequencer.start();
          polls = vertx.setPeriodic(0, POLL.toMillis(), timer -> poll());
          ticks = vertx.setPeriodic(TICK.toMillis(), timer -> tick());
        });
  }

  /** Ends all streams with the hint to come back, and lets no more in. */
  public void endStreams() {
    feed.close();
    context.runOnContext(
        here -> {
          FanOut node = tailer.fanOut();
          if (node != null) {
            node.endAll();
          }
        });
  }

  /** Leaves the sequencing to others. */
  public CompletionStage<Void> stop() {
    endStreams();
    CompletableFuture<Void> stopped = new CompletableFuture<>();
    context.runOnContext(
        here -> {
          vertx.cancelTimer(polls);
          vertx.cancelTimer(ticks);
          sequencer.stop().eventually(signals::stop).onComplete(done -> stopped.complete(null));
        });
    return stopped;
  }

  private void poll() {
    sequencer.poll();
    tailer.wake();
  }

  private void tick() {
    FanOut node = tailer.fanOut();
    if (node != null) {
      node.tick();
    }
  }

  private void written() {
    sequencer.wakeOwner();
  }

  private void ordered() {
    tailer.wake();
    signals.ordered();
  }
}
