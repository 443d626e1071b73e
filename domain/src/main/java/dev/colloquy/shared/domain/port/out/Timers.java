package dev.colloquy.shared.domain.port.out;

import java.time.Duration;

/** Work that comes back by itself. */
public interface Timers {

  /**
   * Runs the task again and again with the delay between its starts, until cancelled. The task must
   * not block; what it throws is logged and ends nothing.
   */
  Cancellable every(Duration period, Runnable task);

  /**
   * Runs the task once, after the delay; without one, as soon as a thread is free, and never within
   * this call.
   */
  Cancellable after(Duration delay, Runnable task);

  /** A task that can be called off. */
  @FunctionalInterface
  interface Cancellable {

    /** Does nothing when the task has run or was cancelled before. */
    void cancel();
  }
}
