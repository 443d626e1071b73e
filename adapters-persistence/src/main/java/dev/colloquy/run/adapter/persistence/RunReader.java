package dev.colloquy.run.adapter.persistence;

import dev.colloquy.run.domain.RunId;
import dev.colloquy.run.domain.StreamEntry;
import dev.colloquy.run.domain.StreamPlace;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.Executor;
import java.util.concurrent.Flow;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;

/**
 * One who reads a run's stream: a place. Older entries come from the table, newer ones from the
 * tape, each when it is asked for. On its executor only, but for {@link #wake}.
 */
final class RunReader implements Flow.Subscription {

  /** How many are told in one go. */
  private static final int PORTION = 256;

  private final RunId run;
  private final Executor executor;
  private final StreamTable table;
  private final RunTapes tapes;
  private final Flow.Subscriber<? super StreamEntry> subscriber;
  private final Queue<StreamEntry> pending = new ArrayDeque<>();
  private final AtomicBoolean woken = new AtomicBoolean();

  private StreamPlace place;
  private @Nullable RunTape tape;
  private long demand;
  private boolean loading;
  private boolean draining;
  private boolean whole;
  private boolean ended;

  RunReader(
      RunId run,
      StreamPlace after,
      Executor executor,
      StreamTable table,
      RunTapes tapes,
      Flow.Subscriber<? super StreamEntry> subscriber) {
    this.run = run;
    this.place = after;
    this.executor = executor;
    this.table = table;
    this.tapes = tapes;
    this.subscriber = subscriber;
  }

  @Override
  public void request(long items) {
    if (items <= 0) {
      fail(new IllegalArgumentException("demand must be positive"));
      return;
    }
    demand = demand + items < 0 ? Long.MAX_VALUE : demand + items;
    drain();
  }

  @Override
  public void cancel() {
    ended = true;
    pending.clear();
    tapes.leave(run, this);
  }

  /**
   * There is more on their tapes; from any thread. Those of one executor are told in one go, for to
   * change over to it costs more than to tell one of them; in portions, so that other work there
   * has its turn.
   */
  static void wake(Collection<RunReader> readers) {
    Map<Executor, List<RunReader>> asleep = new HashMap<>();
    for (RunReader reader : readers) {
      if (reader.woken.compareAndSet(false, true)) {
        asleep.computeIfAbsent(reader.executor, first -> new ArrayList<>()).add(reader);
      }
    }
    asleep.forEach(
        (executor, together) -> {
          for (int from = 0; from < together.size(); from += PORTION) {
            List<RunReader> turn =
                together.subList(from, Math.min(from + PORTION, together.size()));
            executor.execute(() -> turn.forEach(RunReader::awake));
          }
        });
  }

  private void awake() {
    woken.set(false);
    drain();
  }

  private void drain() {
    if (draining) {
      return;
    }
    draining = true;
    try {
      while (!ended && step()) {
        // goes on as long as there is both demand and something to give
      }
    } finally {
      draining = false;
    }
  }

  /** Goes one step on; false where nothing can be given now. */
  private boolean step() {
    StreamEntry next = pending.peek();
    if (next == null) {
      return whole ? complete() : refill();
    }
    if (demand == 0) {
      return false;
    }
    pending.remove();
    demand--;
    place = next.place();
    whole = next.signal().type().isLast();
    subscriber.onNext(next);
    return true;
  }

  private boolean refill() {
    Optional<List<StreamEntry>> more = tape == null ? Optional.empty() : tape.after(place);
    more.ifPresentOrElse(pending::addAll, this::load);
    return !pending.isEmpty();
  }

  private void load() {
    if (!loading) {
      loading = true;
      table
          .after(run, place, StreamTable.PORTION)
          .whenComplete((part, failure) -> executor.execute(() -> loaded(part, failure)));
    }
  }

  private void loaded(StreamTable.@Nullable Part part, @Nullable Throwable failure) {
    loading = false;
    if (ended) {
      return;
    }
    if (part == null) {
      fail(failure == null ? new IllegalStateException("nothing was read") : failure);
      return;
    }
    pending.addAll(part.entries());
    whole = part.whole() && pending.isEmpty();
    if (tape == null && part.entries().size() < StreamTable.PORTION && !part.whole()) {
      StreamPlace read = pending.isEmpty() ? place : part.entries().getLast().place();
      tape = tapes.join(run, read, this);
    }
    drain();
  }

  private boolean complete() {
    cancel();
    subscriber.onComplete();
    return false;
  }

  private void fail(Throwable failure) {
    if (!ended) {
      cancel();
      subscriber.onError(failure);
    }
  }
}
