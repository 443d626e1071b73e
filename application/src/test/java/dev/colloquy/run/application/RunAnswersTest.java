package dev.colloquy.run.application;

import static dev.colloquy.shared.testkit.Stages.valueOf;
import static org.assertj.core.api.Assertions.assertThat;

import dev.colloquy.conversation.domain.Message;
import dev.colloquy.conversation.domain.MessageRole;
import dev.colloquy.conversation.domain.Sender;
import dev.colloquy.model.domain.FinishReason;
import dev.colloquy.model.domain.ModelCallFailed.Fault;
import dev.colloquy.model.domain.ModelEvent;
import dev.colloquy.model.domain.TokenUsage;
import dev.colloquy.model.domain.ToolRequest;
import dev.colloquy.run.domain.Run;
import dev.colloquy.run.domain.RunSignal;
import dev.colloquy.run.domain.RunStatus;
import dev.colloquy.run.domain.Spent;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What a model says becomes a stream and a message. */
final class RunAnswersTest {

  private final RunTrial trial = new RunTrial();
  private final RunWorld world = trial.world;

  @Test
  void putsTheWholeAnswerIntoTheConversation() {
    Run run = trial.running();

    trial.call().said("Flour, ").said("water.").counted(5, 7).completed();

    Message answer = trial.answer();
    assertThat(RunTrial.text(answer)).isEqualTo("Flour, water.");
    assertThat(answer.role()).isEqualTo(MessageRole.ASSISTANT);
    assertThat(answer.sender()).isEqualTo(new Sender(Sender.Kind.AGENT, trial.model.id().value()));
    assertThat(answer.parent()).contains(run.order().question());
    assertThat(answer.run()).contains(run.id().value());
    assertThat(answer.tokenCount()).contains(7);
    assertThat(answer.metadata().values()).isEmpty();
    Run ended = trial.now(run);
    assertThat(ended.status()).isEqualTo(RunStatus.COMPLETED);
    assertThat(ended.result()).contains(answer.id());
    assertThat(ended.attempt()).isEqualTo(1);
    assertThat(ended.spent())
        .isEqualTo(new Spent(new TokenUsage(5, 7), new BigDecimal("0.019000"), List.of(1)));
    assertThat(world.events(run)).containsExactly("run.queued", "run.started", "run.completed");
  }

  @Test
  void tellsItsStreamAllOfItInOrder() {
    Run run = trial.running();

    trial.call().said("Flour, ").said("water.").counted(5, 7).completed();

    assertThat(world.stream(run).stream().map(it -> it.signal()))
        .containsExactly(
            new RunSignal(RunSignal.Type.STARTED, Map.of()),
            RunSignal.said("Flour, "),
            RunSignal.said("water."),
            RunSignal.spent(trial.now(run).spent()),
            RunSignal.ended(trial.now(run), Optional.of(FinishReason.STOP)));
  }

  @Test
  void showsWhatIsSaidBeforeItHasEnded() {
    Run run = trial.running();

    trial.call().said("Flour, ");

    assertThat(world.text(run)).isEqualTo("Flour, ");
    assertThat(trial.now(run).status()).isEqualTo(RunStatus.RUNNING);
    assertThat(trial.answers()).isEmpty();
  }

  @Test
  void completesAPairThatNeverBecameWhole() {
    Run run = trial.running();

    trial.call().said("Bread \uD83C").completed();

    assertThat(world.text(run)).isEqualTo("Bread \uFFFD");
    assertThat(RunTrial.text(trial.answer())).isEqualTo("Bread \uFFFD");
  }

  @Test
  void waitsForTheOtherHalfOfAPair() {
    Run run = trial.running();

    trial.call().said("\uD83C");
    assertThat(world.signals(run)).containsExactly(RunSignal.Type.STARTED);
    trial.call().said("\uDF5E").completed();

    assertThat(world.text(run)).isEqualTo("\uD83C\uDF5E");
  }

  @Test
  void keepsThoughtsAndToolsOutOfTheAnswer() {
    Run run = trial.running();

    trial
        .call()
        .event(new ModelEvent.Thought("What is bread?"))
        .event(new ModelEvent.ToolAsked(new ToolRequest("1", "oven", "{}")))
        .said("Flour.")
        .completed();

    assertThat(world.text(run)).isEqualTo("Flour.");
    assertThat(RunTrial.text(trial.answer())).isEqualTo("Flour.");
  }

  @Test
  void asksTheModelForAsMuchAsItTookWhateverItSays() {
    trial.running();
    long window = trial.call().demand();

    // it is asked for more in portions; so many of each kind fill some of them
    for (int i = 0; i < 32; i++) {
      trial
          .call()
          .said("Flour")
          .said("\uD83C")
          .said("\uDF5E")
          .counted(1, 1)
          .event(new ModelEvent.Thought("Hm"))
          .event(new ModelEvent.ToolAsked(new ToolRequest("1", "oven", "{}")));
    }

    assertThat(window).isBetween(1L, 257L);
    assertThat(trial.call().demand()).isEqualTo(window);
  }

  @Test
  void saysWhyAModelStoppedThatDidNotStopByItself() {
    trial.running();

    trial.call().said("Flour").completed(FinishReason.LENGTH);

    assertThat(trial.answer().metadata().values()).isEqualTo(Map.of("finish_reason", "length"));
  }

  @Test
  void countsNoTokensThatNobodyCounted() {
    Run run = trial.running();

    trial.call().said("Flour").completed();

    assertThat(trial.answer().tokenCount()).isEmpty();
    assertThat(trial.now(run).spent().tokens()).isEqualTo(TokenUsage.NONE);
  }

  @Test
  void failsWhereNothingWasSaid() {
    Run run = trial.running();

    trial.call().counted(5, 0).completed();

    assertThat(trial.now(run).status()).isEqualTo(RunStatus.FAILED);
    assertThat(trial.error(run)).isEqualTo("EMPTY_ANSWER");
    assertThat(trial.now(run).spent().tokens()).isEqualTo(new TokenUsage(5, 0));
    assertThat(trial.answers()).isEmpty();
  }

  @Test
  void failsWhereNothingButBlanksWasSaid() {
    Run run = trial.running();

    trial.call().said(" \n").completed();

    assertThat(trial.error(run)).isEqualTo("EMPTY_ANSWER");
    assertThat(trial.answers()).isEmpty();
  }

  @Test
  void failsWhereTheAnswerOutgrowsAMessageAndKeepsWhatFits() {
    Run run = trial.running();
    String most = "x".repeat(256 * 1024);

    trial.call().said(most).said("!");

    assertThat(trial.error(run)).isEqualTo("ANSWER_TOO_LARGE");
    assertThat(trial.call().isCancelled()).isTrue();
    assertThat(RunTrial.text(trial.answer())).isEqualTo(most);
    assertThat(world.text(run)).isEqualTo(most);
  }

  @Test
  void keepsWhatWasSaidUntilTheModelFailed() {
    Run run = trial.running();

    trial.call().said("Flour, ").counted(5, 2).failed(Fault.UNAVAILABLE);

    assertThat(trial.now(run).status()).isEqualTo(RunStatus.FAILED);
    assertThat(trial.error(run)).isEqualTo("MODEL_UNAVAILABLE");
    assertThat(trial.now(run).result()).contains(trial.answer().id());
    assertThat(RunTrial.text(trial.answer())).isEqualTo("Flour, ");
    assertThat(trial.answer().metadata().values()).isEqualTo(Map.of("partial", true));
    assertThat(trial.now(run).spent().tokens()).isEqualTo(new TokenUsage(5, 2));
    assertThat(world.signals(run))
        .containsExactly(
            RunSignal.Type.STARTED,
            RunSignal.Type.DELTA,
            RunSignal.Type.USAGE,
            RunSignal.Type.FAILED);
    assertThat(world.events(run)).endsWith("run.failed");
    assertThat(world.language.calls()).hasSize(1);
  }

  @Test
  void takesThePlaceOfTheAnswerThatItDoesAgain() {
    Run first = trial.running();
    trial.call().said("Flour").completed();

    Run second = trial.again(first);
    trial.call().said("Rye").completed();

    assertThat(trial.answers()).extracting(RunTrial::text).containsExactly("Flour", "Rye");
    assertThat(trial.answers().getFirst().supersededBy()).contains(trial.answer().id());
    assertThat(trial.answer().supersededBy()).isEmpty();
    assertThat(trial.now(second).result()).contains(trial.answer().id());
    assertThat(trial.call().question().turns())
        .isEqualTo(world.language.calls().getFirst().question().turns());
  }

  @Test
  void takesNoPlaceWhereTheOneBeforeLeftNone() {
    Run first = trial.running();
    trial.call().completed();

    Run second = trial.again(first);
    trial.call().said("Rye").completed();

    assertThat(trial.now(second).status()).isEqualTo(RunStatus.COMPLETED);
    assertThat(trial.answers()).hasSize(1);
  }

  @Test
  void answersOneAfterTheOtherWhatWaits() {
    Run first = trial.running();
    Run second = trial.asked("And rye?");
    trial.node.round();
    assertThat(world.language.calls()).hasSize(1);

    trial.call().said("Flour").completed();
    trial.node.round();
    trial.call().said("Rye").completed();

    assertThat(List.of(trial.now(first).status(), trial.now(second).status()))
        .containsOnly(RunStatus.COMPLETED);
    assertThat(trial.answers()).extracting(RunTrial::text).containsExactly("Flour", "Rye");
    assertThat(valueOf(world.browse().get(trial.bob, second.id())).finishedAt())
        .isNotEqualTo(Optional.empty());
  }
}
