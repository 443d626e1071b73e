package dev.colloquy.shared.adapter.persistence;

import dev.colloquy.shared.domain.CommonException.Unavailable;
import io.vertx.core.Context;
import io.vertx.core.Vertx;
import java.util.ArrayDeque;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Lets a few pieces of work go on at once and some more wait, in the order in which they came. For
 * statements that may take long: they share a few connections, and the rest of the pool is
 * everybody else's.
 */
public final class Lane {

  private final int width;
  private final int room;
  private final Queue<Runnable> waiting = new ArrayDeque<>();
  private int under;

  /**
   * @param width how many go on at once
   * @param room how many more may wait
   */
  public Lane(int width, int room) {
    this.width = width;
    this.room = room;
  }

  /**
   * Begins the work at once or later, on the caller's context, where it also completes. Fails with
   * {@code Unavailable} where too many wait already.
   */
  public <T> CompletionStage<T> run(Supplier<CompletionStage<T>> work) {
    Context caller = Vertx.currentContext();
    CompletableFuture<T> result = new CompletableFuture<>();
    Runnable turn = () -> on(caller, () -> begin(work, result));
    if (!admit(turn)) {
      result.completeExceptionally(new Unavailable());
    }
    return result;
  }

  /** False where there is no room for it either. */
  private boolean admit(Runnable turn) {
    synchronized (this) {
      if (under == width) {
        return waiting.size() < room && waiting.add(turn);
      }
      under++;
    }
    turn.run();
    return true;
  }

  private <T> void begin(Supplier<CompletionStage<T>> work, CompletableFuture<T> result) {
    Scope.called(work)
        .whenComplete(
            (value, failure) -> {
              leave();
              if (failure == null) {
                result.complete(value);
              } else {
                result.completeExceptionally(failure);
              }
            });
  }

  private void leave() {
    Runnable next;
    synchronized (this) {
      next = waiting.poll();
      under -= next == null ? 1 : 0;
    }
    if (next != null) {
      next.run();
    }
  }

  private static void on(@Nullable Context context, Runnable work) {
    if (context == null || context.equals(Vertx.currentContext())) {
      work.run();
    } else {
      context.runOnContext(there -> work.run());
    }
  }
}
