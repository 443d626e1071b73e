package dev.colloquy.model.domain.port.out;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

/** Whether one call of a provider may be made; asked for once, right before it is. */
@FunctionalInterface
public interface Admission {

  /** For what nobody counts. */
  Admission FREE = () -> CompletableFuture.completedFuture(null);

  /**
   * Completes where the call may be made. Fails with {@link
   * dev.colloquy.model.domain.ModelCallFailed} where it may not; then that is what the call fails
   * with.
   */
  CompletionStage<Void> ask();
}
