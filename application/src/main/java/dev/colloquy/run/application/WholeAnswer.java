package dev.colloquy.run.application;

import dev.colloquy.model.domain.ModelCallFailed;
import dev.colloquy.model.domain.ModelEvent;
import dev.colloquy.model.domain.ModelException;
import dev.colloquy.model.domain.ModelException.ModelFailed;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Flow;
import org.jspecify.annotations.Nullable;

/**
 * Listens to an answer to its end, and takes it as one text; the rest of a far too long one is
 * left.
 */
final class WholeAnswer implements Flow.Subscriber<ModelEvent> {

  private static final int LONGEST = 65_536;

  private final CompletableFuture<String> whole = new CompletableFuture<>();
  private final StringBuilder text = new StringBuilder();
  private Flow.@Nullable Subscription subscription;

  /** Fails with a {@link ModelException} where the answer breaks off, or says nothing. */
  static CompletionStage<String> of(Flow.Publisher<ModelEvent> answer) {
    WholeAnswer listener = new WholeAnswer();
    answer.subscribe(listener);
    return listener.whole;
  }

  @Override
  public void onSubscribe(Flow.Subscription given) {
    subscription = given;
    given.request(Long.MAX_VALUE);
  }

  @Override
  public void onNext(ModelEvent event) {
    if (event instanceof ModelEvent.Said(var more)) {
      text.append(more);
      if (text.length() > LONGEST && subscription != null) {
        subscription.cancel();
        onComplete();
      }
    }
  }

  @Override
  public void onComplete() {
    if (text.toString().isBlank()) {
      whole.completeExceptionally(new ModelFailed("The model had nothing to say."));
    } else {
      whole.complete(text.toString());
    }
  }

  @Override
  public void onError(Throwable failure) {
    whole.completeExceptionally(
        failure instanceof ModelCallFailed call ? ModelException.of(call) : failure);
  }
}
