package dev.colloquy.shared.adapter.runtime;

import dev.colloquy.shared.domain.port.out.Timers;
import io.vertx.core.Vertx;
import io.vertx.core.impl.ContextInternal;
import io.vertx.core.impl.VertxInternal;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * Timers on event loops. Each task gets a context of its own, so that a task which a request starts
 * does not live on with the request's data.
 */
public final class VertxTimers implements Timers {

  private static final Logger LOG = System.getLogger(VertxTimers.class.getName());

  private final VertxInternal vertx;

  public VertxTimers(Vertx vertx) {
    this.vertx = (VertxInternal) vertx;
  }

  @Override
  public Cancellable every(Duration period, Runnable task) {
    ContextInternal own = vertx.createEventLoopContext();
    long timer = own.setPeriodic(milliseconds(period), due -> run(task));
    return () -> vertx.cancelTimer(timer);
  }

  @Override
  public Cancellable after(Duration delay, Runnable task) {
    ContextInternal own = vertx.createEventLoopContext();
    if (delay.isZero()) {
      return soon(own, task);
    }
    long timer = own.setTimer(milliseconds(delay), due -> run(task));
    return () -> vertx.cancelTimer(timer);
  }

  /** Always from the loop's queue, even where the caller is on that loop. */
  private static Cancellable soon(ContextInternal own, Runnable task) {
    AtomicBoolean due = new AtomicBoolean(true);
    own.nettyEventLoop()
        .execute(
            () -> {
              if (due.get()) {
                own.dispatch(() -> run(task));
              }
            });
    return () -> due.set(false);
  }

  private static long milliseconds(Duration duration) {
    return Math.max(1, duration.toMillis());
  }

  private static void run(Runnable task) {
    try {
      task.run();
    } catch (RuntimeException failure) {
      LOG.log(Level.ERROR, "A timed task failed", failure);
    }
  }
}
