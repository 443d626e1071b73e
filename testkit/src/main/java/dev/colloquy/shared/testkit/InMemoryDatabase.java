package dev.colloquy.shared.testkit;

import dev.colloquy.shared.domain.CommonException;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * What the in-memory adapters share, so that one unit of work holds for all of them: read
 * committed, the first to commit wins, and the other one fails with {@code Conflict}. Nothing here
 * ever waits.
 */
public final class InMemoryDatabase {

  @SuppressWarnings(
      "ThreadLocalUsage") // two databases of one test must not share their transactions
  private final ThreadLocal<@Nullable Transaction> current = new ThreadLocal<>();

  private final Map<Object, Transaction> locks = new HashMap<>();

  /** A new table in this database. */
  public <K, V> Table<K, V> table() {
    return new Table<>(this);
  }

  /**
   * A statement that fails with {@code IllegalStateException} where no unit of work is under way.
   */
  public <T extends @Nullable Object> CompletionStage<T> inUnitOfWork(Supplier<T> statement) {
    Transaction transaction = current.get();
    if (transaction == null) {
      return CompletableFuture.failedFuture(new IllegalStateException("needs a unit of work"));
    }
    return transaction.join(() -> done(statement));
  }

  /** A query, inside a unit of work or outside. */
  public <T extends @Nullable Object> CompletionStage<T> read(Supplier<T> query) {
    return called(() -> done(query));
  }

  /** A statement that is a transaction in itself, and fails inside a unit of work. */
  public <T extends @Nullable Object> CompletionStage<T> alone(Supplier<T> statement) {
    if (current.get() != null) {
      return CompletableFuture.failedFuture(
          new IllegalStateException("a statement of its own inside a unit of work"));
    }
    return transaction(() -> done(statement));
  }

  /** Puts data there for a test. */
  public void given(Runnable data) {
    alone(
            () -> {
              data.run();
              return true;
            })
        .toCompletableFuture()
        .join();
  }

  /**
   * Takes a lock until the unit of work ends; locks of any number of kinds share this method, so a
   * key says what it is of.
   *
   * @return false where another unit of work has it
   */
  public boolean tryLock(Object key) {
    synchronized (locks) {
      Transaction mine = underWay();
      return locks.computeIfAbsent(key, free -> mine) == mine;
    }
  }

  <T extends @Nullable Object> CompletionStage<T> transaction(
      Supplier<? extends CompletionStage<T>> work) {
    Transaction running = current.get();
    if (running != null) {
      return running.join(work);
    }
    Transaction begun = new Transaction();
    CompletableFuture<T> result = new CompletableFuture<>();
    within(
        begun,
        () -> called(work).whenComplete((value, failure) -> end(begun, value, failure, result)));
    return result;
  }

  /** The unit of work of this thread, to be carried to another one by {@link #within}. */
  Optional<Transaction> carried() {
    return Optional.ofNullable(current.get());
  }

  /** Runs the action as a part of the unit of work, or outside any where there is none. */
  void within(@Nullable Transaction transaction, Runnable action) {
    Transaction before = current.get();
    current.set(transaction);
    try {
      action.run();
    } finally {
      current.set(before);
    }
  }

  Transaction underWay() {
    Transaction transaction = current.get();
    if (transaction == null) {
      throw new IllegalStateException("needs a unit of work");
    }
    return transaction;
  }

  private <T extends @Nullable Object> void end(
      Transaction transaction, T value, @Nullable Throwable failure, CompletableFuture<T> result) {
    Throwable reason = failure;
    if (reason == null && current.get() != transaction) {
      reason = new IllegalStateException("the unit of work ended on a thread that is not its own");
    }
    Optional<Throwable> lost = close(transaction, reason);
    within(
        null,
        () ->
            lost.ifPresentOrElse(
                it -> result.completeExceptionally(unwrapped(it)),
                () -> {
                  transaction.tellCommitted();
                  result.complete(value);
                }));
  }

  private Optional<Throwable> close(Transaction transaction, @Nullable Throwable failure) {
    synchronized (locks) {
      locks.values().removeIf(transaction::equals);
      transaction.doomedBy(failure);
      return transaction.commit() ? Optional.empty() : Optional.of(transaction.reason());
    }
  }

  private static <T extends @Nullable Object> CompletionStage<T> done(Supplier<T> statement) {
    return CompletableFuture.completedFuture(statement.get());
  }

  private static Throwable unwrapped(Throwable failure) {
    Throwable cause = failure.getCause();
    return failure instanceof CompletionException && cause != null ? unwrapped(cause) : failure;
  }

  static <T extends @Nullable Object> CompletionStage<T> called(
      Supplier<? extends CompletionStage<T>> work) {
    try {
      return work.get();
    } catch (RuntimeException failure) {
      return CompletableFuture.failedFuture(failure);
    }
  }

  /** What one unit of work has written so far. */
  static final class Transaction {

    private final Map<Table<?, ?>, Table<?, ?>.Changes> changes = new HashMap<>();
    private final Set<Runnable> afterCommit = new LinkedHashSet<>();
    private @Nullable Throwable doom;

    <T extends @Nullable Object> CompletionStage<T> join(
        Supplier<? extends CompletionStage<T>> work) {
      return called(work).whenComplete((value, failure) -> doomedBy(failure));
    }

    Map<Table<?, ?>, Table<?, ?>.Changes> changes() {
      return changes;
    }

    void afterCommit(Runnable task) {
      afterCommit.add(task);
    }

    private void tellCommitted() {
      afterCommit.forEach(Runnable::run);
    }

    private void doomedBy(@Nullable Throwable failure) {
      if (doom == null && failure != null) {
        doom = failure;
      }
    }

    private boolean commit() {
      if (doom == null && !changes.values().stream().allMatch(Table.Changes::fit)) {
        doom = new CommonException.Conflict();
      }
      if (doom == null) {
        changes.values().forEach(Table.Changes::apply);
      }
      return doom == null;
    }

    private Throwable reason() {
      return doom == null ? new IllegalStateException("nothing went wrong") : doom;
    }
  }
}
