package dev.colloquy.shared.testkit;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.Supplier;

/** Holds a unit of work in memory open, where everything happens at once. */
public interface InMemoryOpenUnitOfWork extends OpenUnitOfWork {

  @Override
  default <T> T whileOpen(Supplier<? extends CompletionStage<?>> inside, Supplier<T> beside) {
    return Stages.valueOf(
        unitOfWork()
            .inTransaction(
                () ->
                    inside.get().thenApply(done -> CompletableFuture.supplyAsync(beside).join())));
  }
}
