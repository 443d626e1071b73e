package dev.colloquy.shared.testkit;

import dev.colloquy.shared.domain.port.out.UnitOfWork;
import java.util.concurrent.CompletionStage;
import java.util.function.Supplier;

/** Units of work on the {@link InMemoryDatabase}. */
public final class InMemoryUnitOfWork implements UnitOfWork {

  private final InMemoryDatabase database;

  public InMemoryUnitOfWork(InMemoryDatabase database) {
    this.database = database;
  }

  @Override
  public <T> CompletionStage<T> inTransaction(Supplier<? extends CompletionStage<T>> work) {
    return database.transaction(work);
  }

  @Override
  public void afterCommit(Runnable task) {
    database.underWay().afterCommit(task);
  }
}
