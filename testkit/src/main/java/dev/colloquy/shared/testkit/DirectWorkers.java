package dev.colloquy.shared.testkit;

import dev.colloquy.shared.domain.port.out.Workers;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

/** Works at once, on the caller's own thread. */
public final class DirectWorkers implements Workers {

  @Override
  public <T> CompletionStage<T> run(Pool pool, Callable<T> work) {
    try {
      return CompletableFuture.completedFuture(work.call());
    } catch (Exception failure) {
      return CompletableFuture.failedFuture(failure);
    }
  }
}
