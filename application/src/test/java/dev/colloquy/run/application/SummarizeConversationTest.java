package dev.colloquy.run.application;

import static dev.colloquy.shared.testkit.Stages.assertFailureOf;
import static dev.colloquy.shared.testkit.Stages.valueOf;
import static org.assertj.core.api.Assertions.assertThat;

import dev.colloquy.model.domain.ModelCallFailed.Fault;
import dev.colloquy.model.domain.ModelException.ModelFailed;
import dev.colloquy.model.domain.Turn;
import dev.colloquy.run.domain.Run;
import dev.colloquy.run.domain.Summary;
import dev.colloquy.shared.domain.CommonException.AccessDenied;
import dev.colloquy.shared.domain.CommonException.NotFound;
import dev.colloquy.shared.domain.CommonException.ValidationError;
import dev.colloquy.usage.domain.UsageGroup;
import dev.colloquy.usage.domain.UsageLine;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletionStage;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Models sum up what was said, and are told that in its place. */
final class SummarizeConversationTest {

  private final RunTrial trial = new RunTrial();
  private final RunWorld world = trial.world;

  private void say(int messages) {
    IntStream.rangeClosed(1, messages)
        .forEach(i -> world.said(trial.alice, trial.conversation, "Loaf " + i));
  }

  private CompletionStage<Summary> asked() {
    return world.summarize().handle(trial.alice, trial.conversation.id());
  }

  private Summary summedUp(String written) {
    CompletionStage<Summary> summary = asked();
    trial.call().said(written).counted(9, 3).completed();
    return valueOf(summary);
  }

  private List<String> texts() {
    return trial.call().question().turns().stream()
        .map(
            turn ->
                switch (turn) {
                  case Turn.Instructed(var text) -> text;
                  case Turn.Asked(var text) -> text;
                  case Turn.Answered(var text, var tools) -> text;
                  case Turn.ToolAnswered(var request, var text) -> text;
                })
        .toList();
  }

  private Optional<Summary> kept() {
    return valueOf(world.summaries().find(trial.conversation.id()));
  }

  @Test
  void keepsWhatAModelWrote() {
    say(3);

    Summary summary = summedUp("NARRATIVE\nThey baked.\nDECISIONS\n- Rye");

    assertThat(summary.text().narrative()).isEqualTo("They baked.");
    assertThat(summary.text().decisions()).containsExactly("Rye");
    assertThat(summary.upTo()).isEqualTo(3);
    assertThat(texts()).contains("Loaf 1", "Loaf 3");
    assertThat(kept()).contains(summary);
    assertThat(valueOf(world.summarize().last(trial.bob, trial.conversation.id())))
        .isEqualTo(summary);
    assertThat(world.ground.talks().events().types()).endsWith("conversation.summarized");
  }

  @Test
  void goesOnTheAccountOfWhoAsks() {
    say(3);

    summedUp("They baked.");

    assertThat(world.usage.sums(trial.alice.user(), UsageGroup.WORKSPACE))
        .extracting(UsageLine::group)
        .containsExactly(trial.conversation.home().workspace().toString());
  }

  @Test
  void asksNobodyWhereNothingWasSaidSince() {
    say(3);
    Summary first = summedUp("They baked.");

    Summary second = valueOf(asked());

    assertThat(second).isEqualTo(first);
    assertThat(world.language.calls()).hasSize(1);
  }

  @Test
  void goesOnFromTheOneBefore() {
    say(3);
    summedUp("They baked.");
    say(1);

    Summary second = summedUp("They baked twice.");

    assertThat(second.upTo()).isEqualTo(4);
    assertThat(texts()).contains("What was said before, in short:\n\nThey baked.", "Loaf 1");
    assertThat(texts()).doesNotContain("Loaf 2");
  }

  @Test
  void refusesWhereNothingWasSaid() {
    assertFailureOf(asked()).isInstanceOf(ValidationError.class);
  }

  @Test
  void hasNothingToShowBeforeItWasAsked() {
    say(3);

    assertFailureOf(world.summarize().last(trial.alice, trial.conversation.id()))
        .isInstanceOf(NotFound.class);
  }

  @Test
  void isForThoseWhoTakePart() {
    say(3);

    assertFailureOf(world.summarize().handle(world.user(), trial.conversation.id()))
        .isInstanceOf(AccessDenied.class);
    assertFailureOf(world.summarize().last(world.user(), trial.conversation.id()))
        .isInstanceOf(AccessDenied.class);
  }

  @Test
  void keepsNothingWhereTheModelComesToNothing() {
    say(3);

    CompletionStage<Summary> broken = asked();
    trial.call().said("They").failed(Fault.UNAVAILABLE);
    CompletionStage<Summary> empty = asked();
    trial.call().completed();

    assertFailureOf(broken).isInstanceOf(ModelFailed.class);
    assertFailureOf(empty).isInstanceOf(ModelFailed.class);
    assertThat(kept()).isEmpty();
  }

  @Test
  void tellsAModelTheSummaryAndTheLastTenMessages() {
    say(15);
    summedUp("They baked.");

    trial.running();

    assertThat(texts()).startsWith("What was said before, in short:\n\nThey baked.", "Loaf 7");
    assertThat(texts()).endsWith("Loaf 15", "How do I bake bread?");
    assertThat(texts()).hasSize(1 + 10);
  }

  @Test
  void tellsAModelAllThatTheSummaryDoesNotStandFor() {
    say(15);
    summedUp("They baked.");
    say(12);

    trial.running();

    assertThat(texts()).hasSize(1 + 12 + 1);
  }

  @Test
  void isWrittenUnaskedOnceAConversationHasGrownLong() {
    say(20);
    Run run = trial.running();

    trial.call().said("Knead.").completed();
    trial.call().said("They baked a lot.").completed();

    assertThat(trial.now(run).status().isLast()).isTrue();
    assertThat(kept()).map(it -> it.text().narrative()).contains("They baked a lot.");
    assertThat(world.language.calls()).hasSize(2);
  }

  @Test
  void isNotWrittenUnaskedWhileAConversationIsShort() {
    say(3);
    trial.running();

    trial.call().said("Knead.").completed();

    assertThat(world.language.calls()).hasSize(1);
    assertThat(kept()).isEmpty();
  }
}
