package dev.colloquy.run.adapter.persistence;

import dev.colloquy.run.domain.Hold;
import dev.colloquy.run.domain.Run;
import dev.colloquy.run.domain.RunId;
import dev.colloquy.run.domain.StreamEntry;
import dev.colloquy.run.domain.StreamPlace;
import dev.colloquy.run.domain.port.out.RunJournal;
import dev.colloquy.shared.adapter.persistence.Sql;
import dev.colloquy.shared.domain.port.out.Timers;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Executor;
import java.util.concurrent.Flow;
import java.util.concurrent.atomic.AtomicBoolean;

/** The streams of runs in their tables, and what this node knows of them by heart. */
public final class PgRunJournal implements RunJournal {

  private static final Duration LOOK = Duration.ofMillis(100);

  private final StreamTable table;
  private final RunTapes tapes;
  private final RunScribe scribe;
  private final AtomicBoolean looking = new AtomicBoolean();

  public PgRunJournal(Sql sql, RunTapes tapes, Timers timers) {
    this.table = new StreamTable(sql);
    this.tapes = tapes;
    this.scribe =
        new RunScribe(
            batch -> sql.alone(RunSql.WRITE, batch.parameters()).thenApply(RunBatch::held),
            tapes,
            timers);
  }

  /** Begins to look after what other nodes write, as long as somebody reads it here. */
  public Timers.Cancellable start(Timers timers) {
    return timers.every(LOOK, this::look);
  }

  @Override
  public Pen open(Run run, Hold hold) {
    tapes.open(run.id(), new StreamPlace(run.attempt(), 0));
    return new RunPen(run.attempt(), hold, scribe, tapes);
  }

  @Override
  public CompletionStage<List<StreamEntry>> page(RunId run, StreamPlace after, int limit) {
    return table.after(run, after, limit).thenApply(StreamTable.Part::entries);
  }

  @Override
  public Flow.Publisher<StreamEntry> follow(RunId run, StreamPlace after, Executor executor) {
    return subscriber ->
        executor.execute(
            () ->
                subscriber.onSubscribe(
                    new RunReader(run, after, executor, table, tapes, subscriber)));
  }

  private void look() {
    Map<RunId, StreamPlace> unread = tapes.unread();
    if (unread.isEmpty() || !looking.compareAndSet(false, true)) {
      return;
    }
    table
        .after(unread, StreamTable.PORTION)
        .whenComplete(
            (parts, failure) -> {
              if (failure == null) {
                tapes.committed(entries(parts));
              }
              looking.set(false);
            });
  }

  private static Map<RunId, List<StreamEntry>> entries(Map<RunId, StreamTable.Part> parts) {
    Map<RunId, List<StreamEntry>> entries = new HashMap<>();
    parts.forEach((run, part) -> entries.put(run, part.entries()));
    return entries;
  }
}
