package dev.colloquy.model.testkit;

import dev.colloquy.model.domain.FinishReason;
import dev.colloquy.model.domain.ModelCall;
import dev.colloquy.model.domain.ModelCallFailed;
import dev.colloquy.model.domain.ModelEvent;
import dev.colloquy.model.domain.TokenUsage;
import java.util.concurrent.Flow;

/** One call of a model, which says what a test lets it say. Nothing is signalled once it ended. */
public final class ScriptedCall implements Flow.Subscription {

  private final ModelCall call;
  private final Flow.Subscriber<? super ModelEvent> subscriber;
  private long demand;
  private boolean cancelled;
  private boolean ended;

  ScriptedCall(ModelCall call, Flow.Subscriber<? super ModelEvent> subscriber) {
    this.call = call;
    this.subscriber = subscriber;
  }

  /** What it was asked. */
  public ModelCall question() {
    return call;
  }

  public ScriptedCall said(String text) {
    return event(new ModelEvent.Said(text));
  }

  public ScriptedCall counted(long read, long written) {
    return event(new ModelEvent.Counted(new TokenUsage(read, written)));
  }

  /** Says any event; asking for it is the subscriber's duty. */
  public ScriptedCall event(ModelEvent event) {
    if (!cancelled && !ended) {
      if (demand == 0) {
        throw new AssertionError("nobody asked for " + event);
      }
      demand--;
      subscriber.onNext(event);
    }
    return this;
  }

  /** Its answer is whole. */
  public void completed() {
    completed(FinishReason.STOP);
  }

  public void completed(FinishReason reason) {
    event(new ModelEvent.Finished(reason));
    if (!cancelled && !ended) {
      ended = true;
      subscriber.onComplete();
    }
  }

  public void failed(ModelCallFailed.Fault fault) {
    failed(new ModelCallFailed(fault, "The provider failed."));
  }

  public void failed(Throwable failure) {
    if (!cancelled && !ended) {
      ended = true;
      subscriber.onError(failure);
    }
  }

  public boolean isCancelled() {
    return cancelled;
  }

  /** How many more events it may say. */
  public long demand() {
    return demand;
  }

  @Override
  public void request(long items) {
    demand += items;
  }

  @Override
  public void cancel() {
    cancelled = true;
  }
}
