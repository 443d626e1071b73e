package dev.colloquy.model.application;

import dev.colloquy.model.domain.ModelCallFailed;
import dev.colloquy.model.domain.ModelEvent;
import dev.colloquy.shared.domain.port.out.Timers;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Flow;
import org.jspecify.annotations.Nullable;

/** Listens to one short answer, for a limited time; what is said does not matter, only that. */
final class Trial implements Flow.Subscriber<ModelEvent> {

  private final CompletableFuture<Optional<ModelCallFailed>> outcome = new CompletableFuture<>();
  private Flow.@Nullable Subscription subscription;

  /** How it ends: empty where the answer was whole. */
  static CompletionStage<Optional<ModelCallFailed>> of(
      Flow.Publisher<ModelEvent> answer, Timers timers, Duration limit, ModelCallFailed tooLong) {
    Trial trial = new Trial();
    answer.subscribe(trial);
    Timers.Cancellable alarm = timers.after(limit, () -> trial.stop(tooLong));
    return trial.outcome.whenComplete((ended, never) -> alarm.cancel());
  }

  @Override
  public void onSubscribe(Flow.Subscription given) {
    synchronized (this) {
      subscription = given;
    }
    given.request(Long.MAX_VALUE);
  }

  @Override
  public void onNext(ModelEvent event) {
    // whatever it says will do
  }

  @Override
  public void onComplete() {
    outcome.complete(Optional.empty());
  }

  @Override
  public void onError(Throwable failure) {
    if (failure instanceof ModelCallFailed call) {
      outcome.complete(Optional.of(call));
    } else {
      outcome.completeExceptionally(failure);
    }
  }

  private void stop(ModelCallFailed tooLong) {
    synchronized (this) {
      if (subscription != null) {
        subscription.cancel();
      }
    }
    outcome.complete(Optional.of(tooLong));
  }
}
