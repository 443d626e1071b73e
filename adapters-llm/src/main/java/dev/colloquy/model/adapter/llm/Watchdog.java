package dev.colloquy.model.adapter.llm;

import io.vertx.core.impl.ContextInternal;
import java.time.Duration;

/**
 * Notices when a provider says nothing for too long. One timer at a time, whatever the number of
 * chunks; while nobody wants to read, silence is nobody's fault. The HTTP client's own idle timeout
 * does not guard a body that has begun.
 */
final class Watchdog {

  private static final long NO_TIMER = -1;

  private final ContextInternal context;

  /** In milliseconds. */
  private final long patience;

  private final Runnable bark;

  /** On the clock of {@link System#nanoTime()}. */
  private long heard;

  private boolean held;
  private long timer = NO_TIMER;

  Watchdog(ContextInternal context, Duration patience, Runnable bark) {
    this.context = context;
    this.patience = patience.toMillis();
    this.bark = bark;
  }

  void start() {
    touch();
    arm(patience);
  }

  /** Something was heard. */
  void touch() {
    heard = System.nanoTime();
  }

  void hold() {
    held = true;
  }

  void release() {
    held = false;
    touch();
  }

  void stop() {
    context.owner().cancelTimer(timer);
    timer = NO_TIMER;
  }

  private void arm(long milliseconds) {
    // one more: what is rounded down would wake before its time
    timer = context.setTimer(milliseconds + 1, ignored -> lookAround());
  }

  private void lookAround() {
    timer = NO_TIMER;
    long silence = Duration.ofNanos(System.nanoTime() - heard).toMillis();
    if (held) {
      arm(patience);
    } else if (silence < patience) {
      arm(patience - silence);
    } else {
      bark.run();
    }
  }
}
