package dev.colloquy.shared.domain;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.Function;

/** Does one thing after the other, as a unit of work demands, and stops at the first failure. */
public final class InTurn {

  private InTurn() {}

  /** Runs the step for each item; completes with the results in the order of the items. */
  public static <T, R> CompletionStage<List<R>> map(
      Iterable<? extends T> items, Function<? super T, ? extends CompletionStage<R>> step) {
    return next(items.iterator(), step, new ArrayList<>());
  }

  /** Runs the step for each item. */
  public static <T> CompletionStage<Void> each(
      Iterable<? extends T> items, Function<? super T, ? extends CompletionStage<?>> step) {
    return map(items, item -> step.apply(item).thenApply(done -> true)).thenAccept(all -> {});
  }

  private static <T, R> CompletionStage<List<R>> next(
      Iterator<? extends T> rest,
      Function<? super T, ? extends CompletionStage<R>> step,
      List<R> done) {
    if (!rest.hasNext()) {
      return CompletableFuture.completedFuture(done);
    }
    return step.apply(rest.next())
        .thenCompose(
            result -> {
              done.add(result);
              return next(rest, step, done);
            });
  }
}
