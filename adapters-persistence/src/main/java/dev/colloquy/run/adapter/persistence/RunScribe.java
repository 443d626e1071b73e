package dev.colloquy.run.adapter.persistence;

import dev.colloquy.run.domain.RunId;
import dev.colloquy.run.domain.RunSignal;
import dev.colloquy.run.domain.StreamEntry;
import dev.colloquy.shared.adapter.persistence.Sql;
import dev.colloquy.shared.domain.port.out.Timers;
import io.vertx.core.json.JsonObject;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.RowSet;
import io.vertx.sqlclient.Tuple;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.jspecify.annotations.Nullable;

/**
 * Writes for all pens of this node: one statement at a time, at most one every 50 ms, the first at
 * once. A row a token would be the end of the database.
 */
final class RunScribe {

  private static final long PERIOD_NANOS = Duration.ofMillis(50).toNanos();
  private static final Duration SOON = Duration.ofMillis(1);

  private final Sql sql;
  private final RunTapes tapes;
  private final Timers timers;

  private final Map<RunPen, Waiting> waiting = new LinkedHashMap<>();
  private boolean scheduled;
  private long lastBegan = System.nanoTime() - PERIOD_NANOS;

  /** What a pen wants written, and who waits for it. */
  private static final class Waiting {
    private final List<RunSignal> signals = new ArrayList<>();
    private final CompletableFuture<Boolean> done = new CompletableFuture<>();
  }

  /** What goes into one statement. */
  private record Batch(Map<RunPen, Waiting> by, Map<RunPen, List<StreamEntry>> entries) {}

  RunScribe(Sql sql, RunTapes tapes, Timers timers) {
    this.sql = sql;
    this.tapes = tapes;
    this.timers = timers;
  }

  synchronized CompletionStage<Boolean> write(RunPen pen, RunSignal signal) {
    Waiting mine = waiting.computeIfAbsent(pen, first -> new Waiting());
    join(mine.signals, signal);
    schedule();
    return mine.done;
  }

  synchronized void forget(RunPen pen) {
    Waiting unwritten = waiting.remove(pen);
    if (unwritten != null) {
      unwritten.done.complete(false);
    }
  }

  /** Deltas that wait together are one. */
  private static void join(List<RunSignal> signals, RunSignal next) {
    boolean both =
        !signals.isEmpty()
            && next.type() == RunSignal.Type.DELTA
            && signals.getLast().type() == RunSignal.Type.DELTA;
    if (both) {
      signals.add(RunSignal.said(text(signals.removeLast()) + text(next)));
    } else {
      signals.add(next);
    }
  }

  private static String text(RunSignal delta) {
    return String.valueOf(delta.data().get("content"));
  }

  private void schedule() {
    if (!scheduled && !waiting.isEmpty()) {
      scheduled = true;
      long rest = PERIOD_NANOS - (System.nanoTime() - lastBegan);
      timers.after(rest <= 0 ? SOON : Duration.ofNanos(rest), this::flush);
    }
  }

  private void flush() {
    Batch batch = next();
    if (batch.by().isEmpty()) {
      written(batch, Set.of(), null);
      return;
    }
    sql.alone(RunSql.WRITE, parameters(batch))
        .whenComplete(
            (rows, failure) -> written(batch, rows == null ? Set.of() : runs(rows), failure));
  }

  private synchronized Batch next() {
    lastBegan = System.nanoTime();
    Map<RunPen, List<StreamEntry>> entries = new LinkedHashMap<>();
    waiting.forEach(
        (pen, mine) ->
            entries.put(
                pen, mine.signals.stream().map(it -> new StreamEntry(pen.next(), it)).toList()));
    Batch batch = new Batch(new LinkedHashMap<>(waiting), entries);
    waiting.clear();
    return batch;
  }

  private void written(Batch batch, Set<RunId> latest, @Nullable Throwable failure) {
    synchronized (this) {
      scheduled = false;
      schedule();
    }
    batch
        .by()
        .forEach(
            (pen, mine) -> {
              if (failure != null) {
                mine.done.completeExceptionally(failure);
                return;
              }
              boolean held = latest.contains(pen.hold.run());
              if (held) {
                tapes.committed(pen.hold.run(), batch.entries().getOrDefault(pen, List.of()));
              }
              mine.done.complete(held);
            });
  }

  private static Set<RunId> runs(RowSet<Row> rows) {
    Set<RunId> runs = new HashSet<>();
    rows.forEach(row -> runs.add(new RunId(row.getUUID("run_id"))));
    return runs;
  }

  private static Tuple parameters(Batch batch) {
    List<UUID> runs = new ArrayList<>();
    List<Long> epochs = new ArrayList<>();
    List<Integer> attempts = new ArrayList<>();
    List<Integer> places = new ArrayList<>();
    List<RunSignal> signals = new ArrayList<>();
    batch
        .entries()
        .forEach(
            (pen, entries) ->
                entries.forEach(
                    entry -> {
                      runs.add(pen.hold.run().value());
                      epochs.add(pen.hold.epoch());
                      attempts.add(entry.place().attempt());
                      places.add(entry.place().offset());
                      signals.add(entry.signal());
                    }));
    JsonObject[] data = StreamRows.data(signals);
    UUID node = batch.by().keySet().iterator().next().hold.node();
    return Tuple.tuple()
        .addArrayOfUUID(runs.toArray(UUID[]::new))
        .addArrayOfLong(epochs.toArray(Long[]::new))
        .addArrayOfInteger(attempts.toArray(Integer[]::new))
        .addArrayOfInteger(places.toArray(Integer[]::new))
        .addArrayOfString(StreamRows.types(signals))
        .addArrayOfJsonObject(data)
        .addUUID(node);
  }
}
