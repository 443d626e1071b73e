package dev.colloquy.model.adapter.llm;

import dev.colloquy.model.domain.FinishReason;
import dev.colloquy.model.domain.ModelCallFailed;
import dev.colloquy.model.domain.ModelEvent;
import io.vertx.core.Context;
import io.vertx.core.Vertx;
import io.vertx.core.impl.ContextInternal;
import java.util.ArrayDeque;
import java.util.Objects;
import java.util.Queue;
import java.util.concurrent.Flow;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * One subscription: hands on what the source says as far as it is asked for, and ends once. All
 * happens on the context that subscribed, so nothing here needs a lock; what the reader calls from
 * elsewhere is brought there.
 */
final class Answer implements Flow.Subscription, Outlet {

  private enum State {
    NEW,
    RUNNING,
    PAUSED,
    /** The source has said its end; what it said before may still wait for the reader. */
    SAID,
    ENDED
  }

  private final ContextInternal context;
  private final Flow.Subscriber<? super ModelEvent> subscriber;
  private final Source source;
  private final Queue<ModelEvent> waiting = new ArrayDeque<>();

  private State state = State.NEW;
  private long demand;
  private boolean draining;
  private @Nullable ModelCallFailed failure;

  /** Set where the reader stands, so that nothing more is said even before the context hears it. */
  private volatile boolean cancelled;

  private Answer(
      ContextInternal context,
      Flow.Subscriber<? super ModelEvent> subscriber,
      Function<Outlet, Source> source) {
    this.context = context;
    this.subscriber = subscriber;
    this.source = source.apply(this);
  }

  /** A publisher whose every subscription draws from a source of its own. */
  static Flow.Publisher<ModelEvent> from(Vertx vertx, Function<Outlet, Source> source) {
    return subscriber -> {
      Objects.requireNonNull(subscriber, "nobody subscribes");
      ContextInternal context = (ContextInternal) vertx.getOrCreateContext();
      Answer answer = new Answer(context, subscriber, source);
      answer.onContext(() -> subscriber.onSubscribe(answer));
    };
  }

  @Override
  public void request(long items) {
    onContext(() -> asked(items));
  }

  @Override
  public void cancel() {
    cancelled = true;
    onContext(this::stop);
  }

  @Override
  public Context context() {
    return context;
  }

  @Override
  public boolean wants() {
    return demand > 0 && state == State.RUNNING && !cancelled;
  }

  @Override
  public void add(ModelEvent piece) {
    if (state != State.ENDED) {
      waiting.add(piece);
      drain();
    }
  }

  @Override
  public void finished(FinishReason reason) {
    say(new ModelEvent.Finished(reason), null);
  }

  @Override
  public void failed(ModelCallFailed given) {
    say(null, given);
  }

  private void say(@Nullable ModelEvent last, @Nullable ModelCallFailed given) {
    if (state == State.ENDED || state == State.SAID) {
      return;
    }
    state = State.SAID;
    failure = given;
    if (last != null) {
      waiting.add(last);
    }
    drain();
  }

  private void asked(long items) {
    if (state == State.ENDED) {
      return;
    }
    if (items <= 0) {
      stop();
      subscriber.onError(new IllegalArgumentException("demand must be positive"));
      return;
    }
    demand = demand + items < 0 ? Long.MAX_VALUE : demand + items;
    drain();
  }

  private void stop() {
    if (state == State.RUNNING || state == State.PAUSED) {
      state = State.ENDED;
      source.stop();
    }
    state = State.ENDED;
    waiting.clear();
  }

  private void drain() {
    if (draining) {
      return;
    }
    draining = true;
    try {
      deliver();
    } finally {
      draining = false;
    }
    regulate();
  }

  private void deliver() {
    while (demand > 0 && !waiting.isEmpty() && !cancelled) {
      demand--;
      tell(waiting.remove());
    }
    if (state == State.SAID && waiting.isEmpty() && !cancelled) {
      state = State.ENDED;
      end();
    }
  }

  private void tell(ModelEvent piece) {
    try {
      subscriber.onNext(piece);
    } catch (RuntimeException broken) {
      // a reader that throws has broken its side of the contract: it hears no more
      cancelled = true;
      stop();
      throw broken;
    }
  }

  private void end() {
    if (failure == null) {
      subscriber.onComplete();
    } else {
      subscriber.onError(failure);
    }
  }

  /** The source runs while there is demand, and pauses while there is none. */
  private void regulate() {
    if (state == State.NEW && demand > 0) {
      state = State.RUNNING;
      source.start();
    } else if (state == State.RUNNING && demand == 0) {
      state = State.PAUSED;
      source.pause();
    } else if (state == State.PAUSED && demand > 0) {
      state = State.RUNNING;
      source.resume();
    }
  }

  private void onContext(Runnable task) {
    if (context.equals(Vertx.currentContext()) && context.inThread()) {
      task.run();
    } else {
      context.runOnContext(ignored -> task.run());
    }
  }
}
