package dev.colloquy.event.application;

import dev.colloquy.event.domain.StreamItem;
import dev.colloquy.shared.domain.DomainException;
import java.util.concurrent.Executor;
import java.util.concurrent.Flow;

/** A stream that says no more than why there is none. */
record RefusedStream(DomainException refusal, Executor executor)
    implements Flow.Publisher<StreamItem> {

  @Override
  public void subscribe(Flow.Subscriber<? super StreamItem> subscriber) {
    executor.execute(
        () -> {
          subscriber.onSubscribe(new Nothing());
          subscriber.onError(refusal);
        });
  }

  private record Nothing() implements Flow.Subscription {
    @Override
    public void request(long items) {}

    @Override
    public void cancel() {}
  }
}
