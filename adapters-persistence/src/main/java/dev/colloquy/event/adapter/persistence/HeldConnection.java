package dev.colloquy.event.adapter.persistence;

import io.vertx.core.Context;
import io.vertx.core.Future;
import io.vertx.pgclient.PgConnection;
import io.vertx.sqlclient.Pool;
import io.vertx.sqlclient.SqlConnection;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Function;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * A connection of the pool that is kept for what needs a session of its own, and replaced a while
 * after it has broken. On its context only.
 */
final class HeldConnection {

  private static final Logger LOG = Logger.getLogger(HeldConnection.class);
  private static final Duration PATIENCE = Duration.ofMillis(500);

  private final Pool pool;
  private final Context context;
  private final String purpose;
  private final Function<PgConnection, Future<?>> whenOpened;
  private final Runnable whenLost;
  private @Nullable PgConnection connection;
  private boolean stopped;

  /**
   * @param whenOpened prepares a fresh session; the connection is offered once that has succeeded
   * @param whenLost told after a prepared connection has broken
   */
  HeldConnection(
      Pool pool,
      Context context,
      String purpose,
      Function<PgConnection, Future<?>> whenOpened,
      Runnable whenLost) {
    this.pool = pool;
    this.context = context;
    this.purpose = purpose;
    this.whenOpened = whenOpened;
    this.whenLost = whenLost;
  }

  void open() {
    pool.getConnection().compose(this::prepared).onFailure(this::retry);
  }

  /** Empty while there is none. */
  Optional<PgConnection> get() {
    return Optional.ofNullable(connection);
  }

  Future<Void> close() {
    stopped = true;
    PgConnection last = connection;
    connection = null;
    return last == null ? Future.succeededFuture() : last.close();
  }

  private Future<?> prepared(SqlConnection fresh) {
    PgConnection session = PgConnection.cast(fresh);
    // without a handler the client prints a bare line; the closing that follows is what is told
    session.exceptionHandler(failure -> LOG.debugf(failure, "The connection for %s", purpose));
    session.closeHandler(closed -> context.runOnContext(later -> lost(session)));
    return whenOpened
        .apply(session)
        .onSuccess(ready -> offer(session))
        .onFailure(failure -> fresh.close());
  }

  private void offer(PgConnection session) {
    if (stopped) {
      session.close();
    } else {
      connection = session;
    }
  }

  @SuppressWarnings("ReferenceEquality") // it is about this very connection
  private void lost(PgConnection session) {
    if (connection == session) {
      connection = null;
      LOG.infof("The connection for %s was lost", purpose);
      whenLost.run();
      retry(null);
    }
  }

  private void retry(@Nullable Throwable failure) {
    if (stopped) {
      return;
    }
    if (failure != null) {
      LOG.warnf("No connection for %s: %s", purpose, failure.getMessage());
    }
    context.owner().setTimer(PATIENCE.toMillis(), rested -> open());
  }
}
