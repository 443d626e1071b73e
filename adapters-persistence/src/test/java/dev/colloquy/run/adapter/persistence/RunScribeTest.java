package dev.colloquy.run.adapter.persistence;

import static org.assertj.core.api.Assertions.assertThat;

import dev.colloquy.run.domain.Hold;
import dev.colloquy.run.domain.RunId;
import dev.colloquy.run.domain.RunSignal;
import dev.colloquy.shared.testkit.ManualTimers;
import dev.colloquy.shared.testkit.TestClock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

final class RunScribeTest {

  private static final Duration PERIOD = Duration.ofMillis(60);
  private static final Duration SOON = Duration.ofMillis(1);

  private final ManualTimers timers = new ManualTimers(new TestClock());
  private final RunTapes tapes = new RunTapes();
  private final List<RunBatch> batches = new ArrayList<>();
  private final List<CompletableFuture<Set<RunId>>> answers = new ArrayList<>();
  private final RunScribe scribe = new RunScribe(this::take, tapes, timers);
  private final RunPen first = pen();
  private final RunPen second = pen();

  private CompletionStage<Set<RunId>> take(RunBatch batch) {
    CompletableFuture<Set<RunId>> answer = new CompletableFuture<>();
    batches.add(batch);
    answers.add(answer);
    return answer;
  }

  private RunPen pen() {
    Hold hold = new Hold(new RunId(UUID.randomUUID()), UUID.randomUUID(), 1);
    return new RunPen(1, hold, scribe, tapes);
  }

  private static List<RunSignal> signals(RunBatch batch) {
    return batch.lines().stream().map(it -> it.entry().signal()).toList();
  }

  @Test
  void writesWhatAllPensHaveToSayInOneBatch() {
    scribe.write(first, RunSignal.said("What "));
    scribe.write(second, RunSignal.said("No."));
    scribe.write(first, RunSignal.said("else?"));

    timers.advance(PERIOD);

    assertThat(batches).hasSize(1);
    assertThat(signals(batches.getFirst()))
        .containsExactly(RunSignal.said("What else?"), RunSignal.said("No."));
  }

  @Test
  void beginsNoBatchBeforeTheOneBeforeWasShownToAll() {
    CompletionStage<Boolean> mine = scribe.write(first, RunSignal.said("a"));
    CompletionStage<Boolean> others = scribe.write(second, RunSignal.said("b"));
    timers.advance(PERIOD);
    scribe.write(second, RunSignal.said("c"));
    List<Integer> begun = new ArrayList<>();
    mine.thenAccept(
        written -> {
          timers.advance(PERIOD);
          begun.add(batches.size());
        });

    answers.getFirst().complete(Set.of(first.hold.run(), second.hold.run()));
    timers.advance(PERIOD);

    assertThat(begun).containsExactly(1);
    assertThat(others).isCompletedWithValue(true);
    assertThat(batches).hasSize(2);
  }

  @Test
  void letsNobodyWaitForTheFirstWordOfAPen() {
    scribe.write(first, RunSignal.said("a"));
    timers.advance(SOON);
    answers.getFirst().complete(Set.of(first.hold.run()));
    scribe.write(first, RunSignal.said("b"));
    timers.advance(SOON);
    assertThat(batches).hasSize(1);

    scribe.write(second, RunSignal.said("c"));
    timers.advance(SOON);

    assertThat(batches).hasSize(2);
    assertThat(signals(batches.getLast()))
        .containsExactly(RunSignal.said("b"), RunSignal.said("c"));
  }

  @Test
  void writesHalfAsOftenWhereManySpeakAtOnce() {
    List<RunPen> crowd = Stream.generate(this::pen).limit(64).toList();
    crowd.forEach(pen -> scribe.write(pen, RunSignal.said("a")));
    timers.advance(SOON);
    answers.getFirst().complete(Set.of());

    scribe.write(crowd.getFirst(), RunSignal.said("b"));
    timers.advance(PERIOD);
    assertThat(batches).hasSize(1);
    timers.advance(PERIOD);

    assertThat(batches).hasSize(2);
  }

  @Test
  void beginsNoBatchForAFirstWordWhileAnotherIsWritten() {
    scribe.write(first, RunSignal.said("a"));
    timers.advance(SOON);
    scribe.write(second, RunSignal.said("b"));
    timers.advance(PERIOD);
    assertThat(batches).hasSize(1);

    answers.getFirst().complete(Set.of(first.hold.run()));
    timers.advance(SOON);

    assertThat(batches).hasSize(2);
  }

  @Test
  void tellsPensOfLostRunsThatNothingWasWritten() {
    CompletionStage<Boolean> kept = scribe.write(first, RunSignal.said("a"));
    CompletionStage<Boolean> lost = scribe.write(second, RunSignal.said("b"));
    timers.advance(PERIOD);

    answers.getFirst().complete(Set.of(first.hold.run()));

    assertThat(kept).isCompletedWithValue(true);
    assertThat(lost).isCompletedWithValue(false);
  }

  @Test
  void goesOnAfterAStatementThatFailed() {
    CompletionStage<Boolean> failed = scribe.write(first, RunSignal.said("a"));
    timers.advance(PERIOD);

    answers.getFirst().completeExceptionally(new IllegalStateException("gone"));
    scribe.write(second, RunSignal.said("b"));
    timers.advance(PERIOD);

    assertThat(failed.toCompletableFuture()).isCompletedExceptionally();
    assertThat(batches).hasSize(2);
  }
}
