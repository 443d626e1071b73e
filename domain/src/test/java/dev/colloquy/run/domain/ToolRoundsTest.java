package dev.colloquy.run.domain;

import static org.assertj.core.api.Assertions.assertThat;

import dev.colloquy.model.domain.ToolRequest;
import dev.colloquy.model.domain.Turn;
import dev.colloquy.tool.domain.ToolResult;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;

final class ToolRoundsTest {

  private static final ToolRequest FIRST = new ToolRequest("call_1_1", "oven", "{\"a\":1}");
  private static final ToolRequest SECOND = new ToolRequest("call_1_2", "clock", "{}");
  private static final ToolRequest LATER = new ToolRequest("call_2_1", "oven", "{\"b\":2}");
  private static final ToolOutcome BAKED = new ToolOutcome.Completed("Baked.");
  private static final ToolOutcome STOPPED =
      new ToolOutcome.Failed(new RunError("TOOL_FAILED", "It stopped."));

  private final List<StreamEntry> stream = new ArrayList<>();

  private ToolRoundsTest tells(int attempt, RunSignal... signals) {
    for (RunSignal signal : signals) {
      stream.add(new StreamEntry(new StreamPlace(attempt, stream.size() + 1), signal));
    }
    return this;
  }

  private ToolRounds past() {
    return ToolRounds.of(stream);
  }

  private static List<ToolRequest> requests(int count) {
    return Collections.nCopies(count, new ToolRequest("any", "oven", "{}"));
  }

  /** A round of so many calls that all have come to something. */
  private static void add(ToolRounds rounds, int calls) {
    List<ToolRequest> numbered = rounds.numbered(requests(calls));
    numbered.forEach(it -> rounds.add(RunSignal.toolRequested(it)));
    numbered.forEach(it -> rounds.add(RunSignal.toolDone(it, BAKED)));
  }

  @Test
  void hasNothingToDoAtFirst() {
    assertThat(past().next()).isEmpty();
    assertThat(past().turns()).isEmpty();
    assertThat(past().signals()).isEmpty();
  }

  @Test
  void callsOneToolAfterTheOtherAndThenAsksTheModel() {
    ToolRounds rounds = new ToolRounds();
    rounds.add(RunSignal.said("Let me see. "));
    rounds.add(RunSignal.toolRequested(FIRST));
    rounds.add(RunSignal.toolRequested(SECOND));

    assertThat(rounds.next()).contains(FIRST);
    rounds.add(RunSignal.toolStarted(FIRST));
    assertThat(rounds.next()).contains(FIRST);
    rounds.add(RunSignal.toolDone(FIRST, BAKED));
    assertThat(rounds.next()).contains(SECOND);
    rounds.add(RunSignal.toolDone(SECOND, STOPPED));

    assertThat(rounds.next()).isEmpty();
    assertThat(rounds.turns())
        .containsExactly(
            new Turn.Answered("Let me see.", List.of(FIRST, SECOND)),
            new Turn.ToolAnswered("call_1_1", "Baked."),
            new Turn.ToolAnswered("call_1_2", "Error: It stopped."));
  }

  @Test
  void knowsFromTheStreamWhatCameOfEarlierAttempts() {
    tells(
        1,
        new RunSignal(RunSignal.Type.STARTED, java.util.Map.of()),
        RunSignal.said("Let me see."),
        RunSignal.toolRequested(FIRST),
        RunSignal.toolStarted(FIRST),
        RunSignal.toolDone(FIRST, BAKED),
        RunSignal.said("\n\nAnd now"),
        RunSignal.toolRequested(LATER),
        RunSignal.toolStarted(LATER));

    assertThat(past().next()).contains(LATER);
    assertThat(past().signals())
        .containsExactly(
            RunSignal.said("Let me see."),
            RunSignal.toolRequested(FIRST),
            RunSignal.toolDone(FIRST, BAKED),
            RunSignal.said("\n\nAnd now"),
            RunSignal.toolRequested(LATER));
  }

  @Test
  void forgetsWhatMayNotBeWhole() {
    tells(1, RunSignal.said("Half a"), RunSignal.toolRequested(FIRST));

    assertThat(past().signals()).isEmpty();
  }

  @Test
  void forgetsWordsThatCameToNothing() {
    tells(
        1,
        RunSignal.toolRequested(FIRST),
        RunSignal.toolDone(FIRST, STOPPED),
        RunSignal.said("It is half p"));

    assertThat(past().signals())
        .containsExactly(RunSignal.toolRequested(FIRST), RunSignal.toolDone(FIRST, STOPPED));
  }

  @Test
  void knowsTheFurthestAttemptWhereALaterOneWasLostEarly() {
    tells(
        1,
        RunSignal.toolRequested(FIRST),
        RunSignal.toolStarted(FIRST),
        RunSignal.toolDone(FIRST, BAKED),
        RunSignal.toolRequested(LATER),
        RunSignal.toolStarted(LATER));
    tells(2, RunSignal.toolRequested(FIRST), RunSignal.toolDone(FIRST, BAKED));

    assertThat(past().next()).contains(LATER);
  }

  @Test
  void knowsWhatOnlyALaterAttemptHasCompleted() {
    tells(1, RunSignal.toolRequested(FIRST), RunSignal.toolStarted(FIRST));
    tells(
        2,
        RunSignal.toolRequested(FIRST),
        RunSignal.toolStarted(FIRST),
        RunSignal.toolDone(FIRST, BAKED));
    tells(3, RunSignal.toolRequested(FIRST));

    assertThat(past().next()).isEmpty();
    assertThat(past().turns()).contains(new Turn.ToolAnswered("call_1_1", "Baked."));
  }

  @Test
  void numbersRequestsThroughoutTheRun() {
    ToolRounds rounds = new ToolRounds();
    add(rounds, 2);

    assertThat(rounds.numbered(requests(2)))
        .extracting(ToolRequest::id)
        .containsExactly("call_2_1", "call_2_2");
  }

  @Test
  void keepsNoEndlessNamesAndArguments() {
    ToolRequest endless = new ToolRequest("x", "🍞".repeat(1_000), "x".repeat(100_000));

    ToolRequest kept = new ToolRounds().numbered(List.of(endless)).getFirst();

    assertThat(kept.name()).isEqualTo("🍞".repeat(64));
    assertThat(kept.arguments()).hasSizeBetween(ToolResult.MAX_BYTES, ToolResult.MAX_BYTES + 100);
  }

  @Test
  void takesFiveRounds() {
    ToolRounds rounds = new ToolRounds();
    for (int i = 0; i < ToolRounds.MAX_ROUNDS; i++) {
      assertThat(rounds.refusal(requests(1))).isEmpty();
      add(rounds, 1);
    }

    assertThat(rounds.refusal(requests(1))).contains(RunError.TOO_MANY_ROUNDS);
  }

  @Test
  void takesTwentyCalls() {
    ToolRounds rounds = new ToolRounds();
    add(rounds, 19);

    assertThat(rounds.refusal(requests(1))).isEmpty();
    assertThat(rounds.refusal(requests(2))).contains(RunError.TOO_MANY_CALLS);
  }
}
