package dev.colloquy.event.adapter.persistence;

import io.vertx.core.Context;
import io.vertx.core.Future;
import io.vertx.pgclient.PgConnection;
import io.vertx.pgclient.PgNotification;
import io.vertx.sqlclient.Pool;
import java.time.Duration;
import org.jboss.logging.Logger;

/**
 * Wakes other nodes. Signals carry no data, are sent outside of anybody's transaction, and merge
 * when they come thick; one that gets lost costs no more than the wait for the next poll.
 */
final class FeedSignals {

  private static final Logger LOG = Logger.getLogger(FeedSignals.class);
  private static final Duration GAP = Duration.ofMillis(5);
  private static final String WRITTEN = "colloquy_outbox";
  private static final String ORDERED = "colloquy_feed";

  private final Pool pool;
  private final Runnable whenWritten;
  private final Runnable whenOrdered;
  private final HeldConnection listening;
  private final Pace sendWritten;
  private final Pace sendOrdered;

  /**
   * @param whenWritten told that some node has written events
   * @param whenOrdered told that the feed has grown
   */
  FeedSignals(Pool pool, Context context, Runnable whenWritten, Runnable whenOrdered) {
    this.pool = pool;
    this.whenWritten = whenWritten;
    this.whenOrdered = whenOrdered;
    this.listening =
        new HeldConnection(pool, context, "the feed's signals", this::listen, () -> {});
    this.sendWritten = new Pace(context, GAP, () -> send(WRITTEN));
    this.sendOrdered = new Pace(context, GAP, () -> send(ORDERED));
  }

  void start() {
    listening.open();
  }

  Future<Void> stop() {
    return listening.close();
  }

  /** Tells the sequencer's node, whichever it is. */
  void written() {
    sendWritten.request();
  }

  /** Tells all tailers. */
  void ordered() {
    sendOrdered.request();
  }

  private Future<?> listen(PgConnection session) {
    session.notificationHandler(this::heard);
    return session.query("listen " + WRITTEN + "; listen " + ORDERED).execute();
  }

  private void heard(PgNotification signal) {
    switch (signal.getChannel()) {
      case WRITTEN -> whenWritten.run();
      case ORDERED -> whenOrdered.run();
      default -> LOG.debugf("An unknown signal: %s", signal.getChannel());
    }
  }

  private Future<Void> send(String channel) {
    return pool.query("notify " + channel)
        .execute()
        .onFailure(failure -> LOG.debugf("No signal was sent: %s", failure.getMessage()))
        .<Void>mapEmpty()
        .otherwiseEmpty();
  }
}
