package dev.colloquy.run.testkit;

import dev.colloquy.run.domain.RunId;
import dev.colloquy.run.domain.StreamEntry;
import dev.colloquy.run.domain.StreamPlace;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.Flow;
import java.util.concurrent.TimeUnit;

/** One who reads a run's stream in memory, and looks again and again; on its executor only. */
final class InMemoryRunReader implements Flow.Subscription {

  private final InMemoryRunJournal journal;
  private final RunId run;
  private final Executor executor;
  private final Flow.Subscriber<? super StreamEntry> subscriber;
  private StreamPlace place;
  private long demand;
  private boolean reading;
  private boolean ended;

  InMemoryRunReader(
      InMemoryRunJournal journal,
      RunId run,
      StreamPlace place,
      Executor executor,
      Flow.Subscriber<? super StreamEntry> subscriber) {
    this.journal = journal;
    this.run = run;
    this.place = place;
    this.executor = executor;
    this.subscriber = subscriber;
  }

  @Override
  public void request(long items) {
    demand = demand + items < 0 ? Long.MAX_VALUE : demand + items;
    if (!reading) {
      reading = true;
      executor.execute(this::read);
    }
  }

  @Override
  public void cancel() {
    ended = true;
  }

  private void read() {
    // first, so that what ends it is among the entries
    boolean over = journal.isOver(run);
    List<StreamEntry> entries = journal.after(run, place);
    for (StreamEntry entry : entries) {
      if (ended || demand == 0) {
        break;
      }
      demand--;
      place = entry.place();
      subscriber.onNext(entry);
    }
    if (!ended && over && journal.after(run, place).isEmpty()) {
      ended = true;
      subscriber.onComplete();
    } else if (!ended) {
      CompletableFuture.delayedExecutor(1, TimeUnit.MILLISECONDS, executor).execute(this::read);
    }
  }
}
