package dev.colloquy.run.application;

import dev.colloquy.model.domain.ModelEvent;
import dev.colloquy.model.domain.TokenUsage;
import dev.colloquy.run.domain.Tally;
import java.util.concurrent.Flow;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;

/**
 * An answer that says once what it has taken, however it ends: whole, broken off, or left by its
 * reader.
 */
final class MeteredAnswer implements Flow.Publisher<ModelEvent> {

  private final Flow.Publisher<ModelEvent> answer;
  private final TokenUsage needed;
  private final Consumer<TokenUsage> taken;

  /**
   * @param needed what the call takes at the most
   * @param taken hears what it has taken
   */
  MeteredAnswer(Flow.Publisher<ModelEvent> answer, TokenUsage needed, Consumer<TokenUsage> taken) {
    this.answer = answer;
    this.needed = needed;
    this.taken = taken;
  }

  @Override
  public void subscribe(Flow.Subscriber<? super ModelEvent> reader) {
    answer.subscribe(new Meter(reader));
  }

  /** Stands between the model and the reader. */
  private final class Meter implements Flow.Subscriber<ModelEvent> {

    private final Flow.Subscriber<? super ModelEvent> reader;
    private final AtomicBoolean told = new AtomicBoolean();
    private final Tally tally = new Tally(needed);

    Meter(Flow.Subscriber<? super ModelEvent> reader) {
      this.reader = reader;
    }

    @Override
    public void onSubscribe(Flow.Subscription subscription) {
      reader.onSubscribe(
          new Flow.Subscription() {
            @Override
            public void request(long n) {
              subscription.request(n);
            }

            @Override
            public void cancel() {
              subscription.cancel();
              tell();
            }
          });
    }

    @Override
    public void onNext(ModelEvent event) {
      synchronized (tally) {
        tally.add(event);
      }
      reader.onNext(event);
    }

    @Override
    public void onError(Throwable failure) {
      tell();
      reader.onError(failure);
    }

    @Override
    public void onComplete() {
      tell();
      reader.onComplete();
    }

    /** Whoever leaves may do so while more is being said. */
    private void tell() {
      if (told.compareAndSet(false, true)) {
        synchronized (tally) {
          taken.accept(tally.taken());
        }
      }
    }
  }
}
