package dev.colloquy.run.domain;

import static org.assertj.core.api.Assertions.assertThat;

import dev.colloquy.model.domain.FinishReason;
import dev.colloquy.model.domain.ModelEvent;
import dev.colloquy.model.domain.ModelId;
import dev.colloquy.model.domain.TokenUsage;
import dev.colloquy.model.domain.ToolOffer;
import dev.colloquy.model.domain.ToolRequest;
import dev.colloquy.model.domain.Turn;
import dev.colloquy.model.domain.port.in.AskModel.Question;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;

final class TallyTest {

  private static final ModelEvent WHOLE = new ModelEvent.Finished(FinishReason.STOP);

  private final Tally tally = new Tally(new TokenUsage(10, 5));

  private void add(ModelEvent... events) {
    for (ModelEvent each : events) {
      tally.add(each);
    }
  }

  private static ModelEvent counted(long prompt, long completion) {
    return new ModelEvent.Counted(new TokenUsage(prompt, completion));
  }

  @Test
  void believesTheProvider() {
    add(counted(7, 1), new ModelEvent.Said("Flour and water"), counted(7, 3), WHOLE);

    assertThat(tally.counted()).isEqualTo(new TokenUsage(7, 3));
    assertThat(tally.taken()).isEqualTo(new TokenUsage(7, 3));
  }

  @Test
  void takesNothingForACallThatSaidNothing() {
    assertThat(tally.taken()).isEqualTo(TokenUsage.NONE);
  }

  @Test
  void estimatesWhatWasCutOffBeforeItWasCounted() {
    add(new ModelEvent.Said("Flour")); // five bytes

    assertThat(tally.counted()).isEqualTo(TokenUsage.NONE);
    assertThat(tally.taken()).isEqualTo(new TokenUsage(10, 2));
  }

  @Test
  void estimatesWhatAProviderNeverCounts() {
    add(new ModelEvent.Said("Flour"), WHOLE);

    assertThat(tally.taken()).isEqualTo(new TokenUsage(10, 2));
  }

  @Test
  void estimatesWhatWasSaidAfterTheLastCount() {
    add(counted(7, 1), new ModelEvent.Said("Flour and"));

    assertThat(tally.taken()).isEqualTo(new TokenUsage(7, 3));
  }

  @Test
  void estimatesThoughtsAndToolsToo() {
    add(new ModelEvent.Thought("Hm"), new ModelEvent.ToolAsked(new ToolRequest("1", "oven", "{}")));

    assertThat(tally.taken().completionTokens()).isEqualTo(3);
  }

  @Test
  void estimatesNoMoreThanTheModelMaySay() {
    add(new ModelEvent.Said("x".repeat(300)));

    assertThat(tally.taken()).isEqualTo(new TokenUsage(10, 5));
  }

  @Test
  void aQuestionNeedsItsPromptItsToolsAndTheLongestAnswer() {
    Question question =
        new Question(
            new ModelId(UUID.randomUUID()),
            List.of(new Turn.Asked("abc"), new Turn.Asked("abcd")),
            List.of(new ToolOffer("abc", "abcdef", "{}")),
            Optional.empty(),
            77);

    // four for each turn and tool, one for three letters begun, and one for each sign
    assertThat(ContextWindow.needed(question)).isEqualTo(new TokenUsage(5 + 6 + 9, 77));
  }
}
