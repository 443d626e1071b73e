package dev.colloquy.shared.domain.port.out;

import java.util.concurrent.Callable;
import java.util.concurrent.CompletionStage;

/** Bounded pools for work that burns processor time or blocks; never inside a unit of work. */
public interface Workers {

  /** Which pool; each has its own threads and queue, so that one cannot starve another. */
  enum Pool {
    /** Password hashing. */
    HASHING,
    /** Files, rendering and other short blocking work. */
    GENERAL
  }

  /**
   * Runs the work on the pool.
   *
   * @return completes on the caller's context; fails with what the work threw, or with {@code
   *     Unavailable} where the pool's queue is full
   */
  <T> CompletionStage<T> run(Pool pool, Callable<T> work);
}
