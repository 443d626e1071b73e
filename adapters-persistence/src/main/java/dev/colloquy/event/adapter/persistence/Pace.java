package dev.colloquy.event.adapter.persistence;

import io.vertx.core.Context;
import io.vertx.core.Future;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Supplier;

/**
 * Runs a task when asked: at once where it has rested long enough, never twice at a time, and no
 * more often than its pace. However many ask meanwhile, it runs once more.
 */
final class Pace {

  private final Context context;
  private final long gapNanos;
  private final Supplier<Future<Void>> task;
  private final AtomicBoolean wanted = new AtomicBoolean();

  // on the context only
  private boolean busy;
  private long begun;

  /** The task runs on the context and handles its own failures. */
  Pace(Context context, Duration gap, Supplier<Future<Void>> task) {
    this.context = context;
    this.gapNanos = gap.toNanos();
    this.task = task;
    this.begun = System.nanoTime() - gapNanos;
  }

  /** From any thread. */
  void request() {
    if (!wanted.getAndSet(true)) {
      context.runOnContext(asked -> next());
    }
  }

  private void next() {
    if (busy || !wanted.get()) {
      return;
    }
    busy = true;
    long rest = gapNanos - (System.nanoTime() - begun);
    if (rest > 0) {
      context.owner().setTimer(1 + rest / 1_000_000, rested -> run());
    } else {
      run();
    }
  }

  private void run() {
    wanted.set(false);
    begun = System.nanoTime();
    task.get()
        .onComplete(
            done -> {
              busy = false;
              next();
            });
  }
}
