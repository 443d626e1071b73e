package dev.colloquy.run.application;

import static dev.colloquy.shared.testkit.Stages.valueOf;
import static org.assertj.core.api.Assertions.assertThat;

import dev.colloquy.conversation.domain.Content;
import dev.colloquy.conversation.domain.Message;
import dev.colloquy.conversation.domain.MessageRole;
import dev.colloquy.conversation.domain.Sender;
import dev.colloquy.conversation.domain.port.in.RecordMessage;
import dev.colloquy.model.domain.ModelCallFailed;
import dev.colloquy.model.domain.ModelCallFailed.Fault;
import dev.colloquy.model.domain.Turn;
import dev.colloquy.run.domain.Importance;
import dev.colloquy.run.domain.OnConflict;
import dev.colloquy.run.domain.Run;
import dev.colloquy.run.domain.RunStatus;
import dev.colloquy.run.domain.Temperature;
import dev.colloquy.run.domain.port.in.StartRun;
import dev.colloquy.shared.domain.Metadata;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** What a model is asked, and how often. */
final class RunQuestionsTest {

  private final RunTrial trial = new RunTrial();
  private final RunWorld world = trial.world;

  private Message recorded(MessageRole role, String text) {
    return world
        .ground
        .talks()
        .within(
            () ->
                world
                    .record()
                    .handle(
                        new RecordMessage.Command(
                            trial.alice,
                            trial.conversation.id(),
                            Sender.user(trial.alice.user()),
                            role,
                            new Content(text),
                            Optional.empty(),
                            Optional.empty(),
                            Optional.empty(),
                            Metadata.empty())));
  }

  private List<Turn> turns() {
    return trial.call().question().turns();
  }

  @Test
  void tellsTheModelAllThatWasSaidUpToTheQuestion() {
    recorded(MessageRole.SYSTEM, "Be short.");
    recorded(MessageRole.USER, "Hello");
    recorded(MessageRole.ASSISTANT, "Hi");
    recorded(MessageRole.TOOL, "12:00");
    Message deleted = world.said(trial.bob, trial.conversation, "Never mind");
    world.delete(trial.bob, deleted);
    Run run = trial.asked("How do I bake bread?");
    recorded(MessageRole.USER, "Later");

    trial.node.round();

    assertThat(trial.now(run).status()).isEqualTo(RunStatus.RUNNING);
    assertThat(turns())
        .containsExactly(
            new Turn.Instructed("Be short."),
            new Turn.Asked("Hello"),
            new Turn.Answered("Hi", List.of()),
            new Turn.Asked("How do I bake bread?"));
  }

  @Test
  void leavesOutWhatALaterAnswerStandsFor() {
    Run first = trial.running();
    trial.call().said("Flour").completed();
    trial.again(first);
    trial.call().said("Rye").completed();

    trial.asked("And then?");
    trial.node.round();

    assertThat(turns())
        .containsExactly(
            new Turn.Asked("How do I bake bread?"),
            new Turn.Answered("Rye", List.of()),
            new Turn.Asked("And then?"));
  }

  @Test
  void asksWithinTheModelsWindow() {
    String long3000Bytes = "xx ".repeat(1_000);
    for (int i = 0; i < 5; i++) {
      recorded(MessageRole.USER, long3000Bytes);
    }

    trial.running();

    // 4096 less 1024 for the answer: three of 1004 and the question
    assertThat(turns()).hasSize(4);
    assertThat(turns().getLast()).isEqualTo(new Turn.Asked("How do I bake bread?"));
  }

  @Test
  void asksAsTheRunWasOrdered() {
    valueOf(
        world
            .start()
            .handle(
                new StartRun.Command(
                    trial.alice,
                    trial.conversation.id(),
                    List.of(new Content("How?")),
                    Optional.empty(),
                    Optional.empty(),
                    Importance.LOW,
                    Optional.of(new Temperature(0.5)),
                    Optional.of(77),
                    OnConflict.REJECT,
                    List.of())));

    trial.node.round();

    assertThat(trial.call().question().model()).isEqualTo("first");
    assertThat(trial.call().question().temperature()).contains(0.5);
    assertThat(trial.call().question().maxTokens()).contains(77);
    assertThat(trial.call().question().patience()).isEqualTo(RunWorld.PATIENCE);
  }

  @Test
  void letsTheModelSayAsMuchAsItCanWhereNothingElseIsAsked() {
    trial.running();

    assertThat(trial.call().question().maxTokens()).contains(trial.model.maxTokens());
    assertThat(trial.call().question().temperature()).isEmpty();
  }

  @Test
  void asksNoModelThatWasTakenAway() {
    Run run = trial.asked("How?");
    world.models.clear();

    trial.node.round();

    assertThat(trial.error(run)).isEqualTo("MODEL_NOT_ENABLED");
    assertThat(world.language.calls()).isEmpty();
  }

  @Test
  void asksNothingForWhoTakesPartNoMore() {
    Run run = trial.asked("How?");
    world.leave(trial.alice, trial.conversation);

    trial.node.round();

    assertThat(trial.error(run)).isEqualTo("ACCESS_DENIED");
    assertThat(world.language.calls()).isEmpty();
  }

  @Test
  void asksNothingWhereTheQuestionWasDeleted() {
    Message question = world.said(trial.alice, trial.conversation, "How?");
    Run run =
        valueOf(
            world
                .start()
                .handle(
                    new StartRun.Command(
                        trial.bob,
                        trial.conversation.id(),
                        List.of(),
                        Optional.empty(),
                        Optional.empty(),
                        Importance.LOW,
                        Optional.empty(),
                        Optional.empty(),
                        OnConflict.REJECT,
                        List.of())));
    world.delete(trial.alice, question);

    trial.node.round();

    assertThat(trial.error(run)).isEqualTo("QUESTION_DELETED");
    assertThat(world.language.calls()).isEmpty();
  }

  @Test
  void answersNoMessageThatWasDeleted() {
    world.delete(trial.alice, world.said(trial.alice, trial.conversation, "How?"));

    assertThat(
            world
                .start()
                .handle(
                    new StartRun.Command(
                        trial.alice,
                        trial.conversation.id(),
                        List.of(),
                        Optional.empty(),
                        Optional.empty(),
                        Importance.LOW,
                        Optional.empty(),
                        Optional.empty(),
                        OnConflict.REJECT,
                        List.of())))
        .isCompletedExceptionally();
  }

  @ParameterizedTest
  @EnumSource(Fault.class)
  void asksAgainWhereThatMayHelpAsLongAsNothingWasSaid(Fault fault) {
    Run run = trial.running();

    for (int i = 0; i < 5; i++) {
      trial.call().failed(fault);
      trial.node.advance(Duration.ofSeconds(1));
    }

    assertThat(world.language.calls()).hasSize(fault.isTransient() ? 3 : 1);
    assertThat(trial.now(run).status()).isEqualTo(RunStatus.FAILED);
    assertThat(trial.error(run)).endsWith(fault.name());
    assertThat(trial.now(run).attempt()).isEqualTo(1);
  }

  @Test
  void answersWhereASecondCallSucceeds() {
    Run run = trial.running();
    trial.call().failed(Fault.UNAVAILABLE);
    trial.node.advance(Duration.ofMillis(260));

    trial.call().said("Flour").completed();

    assertThat(trial.now(run).status()).isEqualTo(RunStatus.COMPLETED);
    assertThat(RunTrial.text(trial.answer())).isEqualTo("Flour");
  }

  @Test
  void waitsTwiceAsLongEachTime() {
    trial.running();

    trial.call().failed(Fault.UNAVAILABLE);
    trial.node.advance(Duration.ofMillis(249));
    assertThat(world.language.calls()).hasSize(1);
    trial.node.advance(Duration.ofMillis(2));
    assertThat(world.language.calls()).hasSize(2);
    trial.call().failed(Fault.UNAVAILABLE);
    trial.node.advance(Duration.ofMillis(499));
    assertThat(world.language.calls()).hasSize(2);
    trial.node.advance(Duration.ofMillis(2));

    assertThat(world.language.calls()).hasSize(3);
  }

  @ParameterizedTest
  @CsvSource({"3, 2999, 1", "3, 3001, 2", "10, 10001, 2", "11, 60000, 1"})
  void leavesAProviderAloneForAsLongAsItWants(int seconds, long passed, int calls) {
    Run run = trial.running();

    trial
        .call()
        .failed(
            new ModelCallFailed(
                Fault.RATE_LIMITED, "Wait.", Optional.of(Duration.ofSeconds(seconds))));
    trial.node.advance(Duration.ofMillis(passed));

    assertThat(world.language.calls()).hasSize(calls);
    assertThat(trial.now(run).status().isLast()).isEqualTo(seconds > 10);
  }
}
