package dev.colloquy.benchmarks;

import java.time.Duration;
import java.util.function.BooleanSupplier;

/** Waiting, where there is nothing else to do. */
final class Pause {

  private Pause() {}

  static void millis(long millis) {
    try {
      Thread.sleep(millis);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  static void of(Duration length) {
    millis(length.toMillis());
  }

  /** Fails where it does not come in time. */
  static void until(String what, Duration patience, BooleanSupplier reached) {
    long deadline = System.nanoTime() + patience.toNanos();
    while (!reached.getAsBoolean()) {
      if (System.nanoTime() > deadline) {
        throw new IllegalStateException("waited in vain for " + what);
      }
      millis(50);
    }
  }
}
