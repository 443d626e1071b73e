package dev.colloquy.model.application;

import dev.colloquy.model.domain.ModelCallFailed;
import dev.colloquy.model.domain.ModelEvent;
import java.util.concurrent.Flow;

/** The answer to a call that is not made. */
record Unanswered(ModelCallFailed reason) implements Flow.Publisher<ModelEvent> {

  @Override
  public void subscribe(Flow.Subscriber<? super ModelEvent> subscriber) {
    subscriber.onSubscribe(new Nothing());
    subscriber.onError(reason);
  }

  /** There is nothing to ask for and nothing to call off. */
  private record Nothing() implements Flow.Subscription {

    @Override
    public void request(long items) {}

    @Override
    public void cancel() {}
  }
}
