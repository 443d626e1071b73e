package dev.colloquy.run.adapter.persistence;

import dev.colloquy.run.adapter.persistence.RunBatch.Line;
import dev.colloquy.run.domain.RunId;
import dev.colloquy.run.domain.RunSignal;
import dev.colloquy.run.domain.StreamEntry;
import dev.colloquy.shared.domain.port.out.Timers;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Writes for all pens of this node: one batch at a time, one about every 50 ms, and at once where a
 * pen has its first word to say, for somebody waits for it. A row a token would be the end of the
 * database. A batch is shown to its readers before the next one is begun: two that were shown side
 * by side would leave holes.
 */
final class RunScribe {

  private static final long PERIOD_NANOS = Duration.ofMillis(50).toNanos();

  /** Where that many speak at once the period is twice as long: each of them costs by the batch. */
  private static final int CROWD = 64;

  private final Function<RunBatch, CompletionStage<Set<RunId>>> table;
  private final RunTapes tapes;
  private final Timers timers;

  private Map<RunPen, Waiting> waiting = new LinkedHashMap<>();
  private boolean writing;
  private boolean hurried;
  private Timers.@Nullable Cancellable alarm;
  private long lastBegan = System.nanoTime() - PERIOD_NANOS;
  private long period = PERIOD_NANOS;

  /** What a pen wants written, and who waits for it. */
  private static final class Waiting {
    private final List<RunSignal> signals = new ArrayList<>();
    private final CompletableFuture<Boolean> done = new CompletableFuture<>();
  }

  /**
   * Takes where it writes to.
   *
   * @param table commits a batch and answers which runs the node still holds
   */
  RunScribe(Function<RunBatch, CompletionStage<Set<RunId>>> table, RunTapes tapes, Timers timers) {
    this.table = table;
    this.tapes = tapes;
    this.timers = timers;
  }

  synchronized CompletionStage<Boolean> write(RunPen pen, RunSignal signal) {
    Waiting mine = waiting.computeIfAbsent(pen, first -> new Waiting());
    join(mine.signals, signal);
    if (pen.isFirstWord(signal)) {
      hurry();
    }
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

  private void hurry() {
    if (!hurried && alarm != null) {
      alarm.cancel();
      alarm = null;
    }
    hurried = true;
  }

  private void schedule() {
    if (!writing && alarm == null && !waiting.isEmpty()) {
      long rest = period - (System.nanoTime() - lastBegan);
      alarm =
          timers.after(hurried || rest <= 0 ? Duration.ZERO : Duration.ofNanos(rest), this::flush);
    }
  }

  private void flush() {
    Map<RunPen, Waiting> taken = taken();
    if (taken.isEmpty()) {
      return;
    }
    RunBatch batch = batch(taken);
    table
        .apply(batch)
        .whenComplete(
            (held, failure) -> {
              try {
                tapes.committed(batch.of(held == null ? Set.of() : held));
                taken.forEach((pen, mine) -> tell(mine, pen, held, failure));
              } finally {
                goOn();
              }
            });
  }

  /** Nothing, where an alarm that was called off rings all the same while a batch is written. */
  private synchronized Map<RunPen, Waiting> taken() {
    if (writing) {
      return Map.of();
    }
    alarm = null;
    hurried = false;
    if (waiting.isEmpty()) {
      return Map.of();
    }
    Map<RunPen, Waiting> taken = waiting;
    waiting = new LinkedHashMap<>();
    writing = true;
    lastBegan = System.nanoTime();
    period = taken.size() < CROWD ? PERIOD_NANOS : 2 * PERIOD_NANOS;
    return taken;
  }

  private synchronized void goOn() {
    writing = false;
    schedule();
  }

  private static RunBatch batch(Map<RunPen, Waiting> taken) {
    List<Line> lines = new ArrayList<>();
    taken.forEach(
        (pen, mine) ->
            mine.signals.forEach(
                signal -> lines.add(new Line(pen, new StreamEntry(pen.next(), signal)))));
    return new RunBatch(lines);
  }

  private static void tell(
      Waiting mine, RunPen pen, @Nullable Set<RunId> held, @Nullable Throwable failure) {
    if (held == null) {
      mine.done.completeExceptionally(
          failure == null ? new IllegalStateException("nothing was answered") : failure);
    } else {
      mine.done.complete(held.contains(pen.hold.run()));
    }
  }
}
