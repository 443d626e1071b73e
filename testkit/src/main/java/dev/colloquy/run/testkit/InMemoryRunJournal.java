package dev.colloquy.run.testkit;

import dev.colloquy.run.domain.Hold;
import dev.colloquy.run.domain.Run;
import dev.colloquy.run.domain.RunId;
import dev.colloquy.run.domain.RunSignal;
import dev.colloquy.run.domain.StreamEntry;
import dev.colloquy.run.domain.StreamPlace;
import dev.colloquy.run.domain.port.out.RunJournal;
import dev.colloquy.shared.testkit.InMemoryDatabase;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Executor;
import java.util.concurrent.Flow;
import java.util.concurrent.atomic.AtomicInteger;

/** What runs say, in memory: each signal an entry of its own, committed at once. */
public final class InMemoryRunJournal implements RunJournal {

  private final InMemoryDatabase database;
  private final RunTables tables;
  private final AtomicInteger open = new AtomicInteger();

  InMemoryRunJournal(InMemoryDatabase database, RunTables tables) {
    this.database = database;
    this.tables = tables;
  }

  @Override
  public Pen open(Run run, Hold hold) {
    open.incrementAndGet();
    return new MemoryPen(run.attempt(), hold);
  }

  @Override
  public CompletionStage<List<StreamEntry>> page(RunId run, StreamPlace after, int limit) {
    return database.read(() -> after(run, after).stream().limit(limit).toList());
  }

  @Override
  public Flow.Publisher<StreamEntry> follow(RunId run, StreamPlace after, Executor executor) {
    return subscriber ->
        executor.execute(
            () ->
                subscriber.onSubscribe(
                    new InMemoryRunReader(this, run, after, executor, subscriber)));
  }

  /** How many attempts have a pen that was not closed. */
  public int openPens() {
    return open.get();
  }

  /** What is committed after a place. */
  List<StreamEntry> after(RunId run, StreamPlace place) {
    return tables.stream(run).stream().filter(it -> it.place().compareTo(place) > 0).toList();
  }

  /** Whether nothing more will come. */
  boolean isOver(RunId run) {
    return tables.runs.get(run).filter(it -> !it.run().status().isLast()).isEmpty();
  }

  private final class MemoryPen implements Pen {

    private final int attempt;
    private final Hold hold;
    private boolean closed;

    MemoryPen(int attempt, Hold hold) {
      this.attempt = attempt;
      this.hold = hold;
    }

    @Override
    public CompletionStage<Boolean> write(RunSignal signal) {
      return closed
          ? CompletableFuture.completedFuture(false)
          : database.alone(() -> written(signal));
    }

    @Override
    public void close() {
      if (!closed) {
        closed = true;
        open.decrementAndGet();
      }
    }

    private boolean written(RunSignal signal) {
      boolean latest = tables.heldBy(hold).isPresent();
      if (latest) {
        tables.append(hold.run(), attempt, List.of(signal));
      }
      return latest;
    }
  }
}
