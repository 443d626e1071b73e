package dev.colloquy.run.adapter.rest.openai;

import dev.colloquy.model.domain.ModelEvent;
import dev.colloquy.model.domain.ModelException.ModelFailed;
import dev.colloquy.shared.adapter.rest.stream.EventStream;
import java.util.concurrent.Flow;
import org.jspecify.annotations.Nullable;

/** Shows an answer as it comes. Its clients cannot take back what they were shown. */
final class AnswerStream implements AnswerReader {

  private final EventStream<ModelEvent> stream;
  private Flow.@Nullable Subscription subscription;
  private boolean spoke;

  AnswerStream(EventStream<ModelEvent> stream) {
    this.stream = stream;
  }

  @Override
  public void onSubscribe(Flow.Subscription given) {
    subscription = given;
    stream.onSubscribe(given);
  }

  @Override
  public void onNext(ModelEvent event) {
    spoke = true;
    stream.onNext(event);
  }

  @Override
  public void restart() {
    if (spoke) {
      if (subscription != null) {
        subscription.cancel();
      }
      onError(new ModelFailed("The answer had to begin anew. Its run tells all of it."));
    }
  }

  @Override
  public void onError(Throwable failure) {
    stream.onError(Failures.of(failure));
  }

  @Override
  public void onComplete() {
    stream.onComplete();
  }
}
