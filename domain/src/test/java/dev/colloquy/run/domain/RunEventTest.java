package dev.colloquy.run.domain;

import static org.assertj.core.api.Assertions.assertThat;

import dev.colloquy.shared.domain.Audience;
import dev.colloquy.shared.domain.Subject;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

final class RunEventTest {

  @Test
  void isForWhoeverTakesPart() {
    Run run = SomeRuns.queued();

    RunEvent event = RunEvent.of(SomeRuns.ADA, SomeRuns.NOON, run);

    assertThat(event.audience()).isEqualTo(new Audience.Participants(run.conversation()));
    assertThat(event.subject()).isEqualTo(new Subject("run", run.id().value()));
    assertThat(event.conversationId()).contains(run.conversation());
    assertThat(event.workspaceId()).contains(run.workspace());
  }

  @Test
  void showsARunThatWaitsWithNullsForWhatIsNotYet() {
    Run run = SomeRuns.queued();

    Map<String, @Nullable Object> data = RunEvent.of(SomeRuns.ADA, SomeRuns.NOON, run).data();

    assertThat(data)
        .containsOnlyKeys(
            "id",
            "conversation_id",
            "model_id",
            "question_id",
            "importance",
            "status",
            "attempt",
            "retry_of",
            "started_by",
            "created_at",
            "started_at",
            "finished_at",
            "usage",
            "tier_path",
            "error",
            "result_message_id")
        .containsEntry("id", run.id().toString())
        .containsEntry("importance", "high")
        .containsEntry("status", "queued")
        .containsEntry("attempt", 0)
        .containsEntry("started_at", null)
        .containsEntry("error", null)
        .containsEntry("result_message_id", null);
  }

  @Test
  void showsWhyARunFailedAndWhatItTook() {
    Run run = SomeRuns.ended(new Ending.Broken(RunError.TOO_LARGE));

    Map<String, @Nullable Object> data = RunEvent.of(run.agent(), SomeRuns.LATER, run).data();

    assertThat(data)
        .containsEntry(
            "error", Map.of("code", "ANSWER_TOO_LARGE", "detail", RunError.TOO_LARGE.detail()))
        .containsEntry("result_message_id", SomeRuns.ANSWER.toString())
        .containsEntry(
            "usage", Map.of("prompt_tokens", 5L, "completion_tokens", 7L, "cost", 0.0012));
  }

  private static List<Arguments> states() {
    return List.of(
        Arguments.of(SomeRuns.queued(), "run.queued"),
        Arguments.of(SomeRuns.running(), "run.started"),
        Arguments.of(SomeRuns.ended(new Ending.Complete()), "run.completed"),
        Arguments.of(SomeRuns.ended(new Ending.Broken(RunError.EMPTY)), "run.failed"),
        Arguments.of(SomeRuns.ended(new Ending.CalledOff()), "run.cancelled"),
        Arguments.of(SomeRuns.ended(new Ending.OutOfTime()), "run.expired"));
  }

  @ParameterizedTest
  @MethodSource("states")
  void isNewsOfTheStateThatTheRunCameInto(Run run, String type) {
    RunEvent event = RunEvent.of(SomeRuns.ADA, SomeRuns.NOON, run);

    assertThat(event.type()).isEqualTo(type);
    assertThat(event.run()).isEqualTo(run);
    assertThat(event.actor()).isEqualTo(SomeRuns.ADA);
    assertThat(event.occurredAt()).isEqualTo(SomeRuns.NOON);
  }

  @Test
  void isAboutARunByItsId() {
    RunId id = SomeRuns.queued().id();

    assertThat(id).hasToString(id.value().toString());
  }
}
