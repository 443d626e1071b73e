package dev.colloquy.shared.domain.port.out;

import java.util.concurrent.CompletionStage;
import java.util.function.Supplier;

/**
 * One transaction. Everything written inside is kept or none of it.
 *
 * <p>A unit of work within another one joins it, and where it fails, so does the whole, even if the
 * failure is swallowed: expected outcomes of a step are values, not failures. No call to anything
 * but the database belongs inside, and two statements never run side by side. Work that ends on
 * another thread than its own is rolled back, for part of it may have escaped the transaction.
 */
public interface UnitOfWork {

  /**
   * Runs the work and commits when its stage completes; rolls back when the stage fails or the
   * supplier throws.
   *
   * @return completes on the caller's context after the commit, or fails with the work's own
   *     failure; with {@code Conflict} where another transaction changed the same thing first; with
   *     {@code DatabaseError} where the database is away
   */
  <T> CompletionStage<T> inTransaction(Supplier<? extends CompletionStage<T>> work);

  /**
   * Runs the task once the unit of work under way has been committed, and never where it is not;
   * the same task only once. It neither blocks nor throws.
   *
   * @throws IllegalStateException where no unit of work is under way
   */
  void afterCommit(Runnable task);
}
