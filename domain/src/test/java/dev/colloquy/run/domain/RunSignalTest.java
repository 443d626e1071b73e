package dev.colloquy.run.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

final class RunSignalTest {

  @Test
  void tellsABeginningFromANewOne() {
    Run first = SomeRuns.running();

    assertThat(RunSignal.begun(first)).isEqualTo(new RunSignal(RunSignal.Type.STARTED, Map.of()));
    assertThat(RunSignal.begun(first.takenUp(SomeRuns.LATER).now()))
        .isEqualTo(new RunSignal(RunSignal.Type.RESTARTED, Map.of("reason", "node_lost")));
  }

  @Test
  void tellsWhatIsSaidAndSpent() {
    assertThat(RunSignal.said("Hm").data()).isEqualTo(Map.of("content", "Hm"));
    assertThat(RunSignal.spent(SomeRuns.SOME).type()).isEqualTo(RunSignal.Type.USAGE);
    assertThat(RunSignal.spent(SomeRuns.SOME).data())
        .containsEntry("prompt_tokens", 5L)
        .containsEntry("completion_tokens", 7L);
  }

  @Test
  void tellsHowItEnded() {
    String answer = SomeRuns.ANSWER.toString();

    assertThat(RunSignal.ended(SomeRuns.ended(new Ending.Complete())))
        .isEqualTo(new RunSignal(RunSignal.Type.COMPLETED, Map.of("message_id", answer)));
    assertThat(RunSignal.ended(SomeRuns.ended(new Ending.CalledOff())).type())
        .isEqualTo(RunSignal.Type.CANCELLED);
    assertThat(RunSignal.ended(SomeRuns.ended(new Ending.OutOfTime())).type())
        .isEqualTo(RunSignal.Type.EXPIRED);
  }

  @Test
  void tellsWhyItFailedAndOfNoMessageWhereThereIsNone() {
    Run failed =
        SomeRuns.running()
            .end(new Ending.Broken(RunError.EMPTY), Optional.empty(), Spent.NOTHING, SomeRuns.LATER)
            .now();

    assertThat(RunSignal.ended(failed).type()).isEqualTo(RunSignal.Type.FAILED);
    assertThat(RunSignal.ended(failed).data())
        .isEqualTo(Map.of("code", "EMPTY_ANSWER", "detail", RunError.EMPTY.detail()));
  }

  @Test
  void tellsNoEndOfWhatGoesOn() {
    assertThatIllegalArgumentException().isThrownBy(() -> RunSignal.ended(SomeRuns.queued()));
    assertThatIllegalArgumentException().isThrownBy(() -> RunSignal.ended(SomeRuns.running()));
  }

  @ParameterizedTest
  @EnumSource(RunSignal.Type.class)
  void isReadByTheTextThatClientsSee(RunSignal.Type type) {
    assertThat(type.text().replace('.', '_'))
        .isEqualTo("run_" + type.name().toLowerCase(java.util.Locale.ROOT));
    assertThat(RunSignal.Type.of(type.text())).isEqualTo(type);
  }

  @Test
  void isNothingElse() {
    assertThatIllegalArgumentException().isThrownBy(() -> RunSignal.Type.of("run.paused"));
  }

  @ParameterizedTest
  @EnumSource(RunStatus.class)
  void endsTheStreamWithAnyLastStateAndNothingElse(RunStatus status) {
    boolean last = status.isLast() && RunSignal.Type.valueOf(status.name()).isLast();

    assertThat(last).isEqualTo(status.isLast());
    assertThat(RunSignal.Type.STARTED.isLast()).isFalse();
    assertThat(RunSignal.Type.RESTARTED.isLast()).isFalse();
    assertThat(RunSignal.Type.DELTA.isLast()).isFalse();
    assertThat(RunSignal.Type.USAGE.isLast()).isFalse();
  }
}
