package dev.colloquy.run.domain;

import static org.assertj.core.api.Assertions.assertThat;

import dev.colloquy.model.domain.ModelId;
import dev.colloquy.model.domain.Turn;
import dev.colloquy.shared.domain.Audience;
import dev.colloquy.shared.domain.DomainEvent;
import java.util.Collections;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

final class SummaryTest {

  private static final String WRITTEN =
      """
      NARRATIVE
      They baked.
      Twice.

      ## Key points:
      - Flour
      2. Water

      **DECISIONS**
      (none)
      Open Questions
      * Rye?
      """;

  private static Summary summary(SummaryText text) {
    Run run = SomeRuns.queued();
    return new Summary(
        run.conversation(),
        run.workspace(),
        7,
        text,
        new ModelId(UUID.randomUUID()),
        SomeRuns.NOON);
  }

  @Test
  void readsWhatStandsUnderTheHeadings() {
    assertThat(SummaryText.of(WRITTEN))
        .isEqualTo(
            new SummaryText(
                "They baked.\nTwice.", List.of("Flour", "Water"), List.of(), List.of("Rye?")));
  }

  @Test
  void takesAllForNarrativeWhereThereIsNoHeading() {
    assertThat(SummaryText.of("  They baked bread.\n- and cake "))
        .isEqualTo(
            new SummaryText("They baked bread.\n- and cake", List.of(), List.of(), List.of()));
  }

  @Test
  void cutsWhatIsFarTooLong() {
    String many =
        "KEY POINTS\n" + String.join("\n", Collections.nCopies(60, "\ud83c\udf5e".repeat(1_200)));

    SummaryText text = SummaryText.of("x".repeat(9_000) + "\n" + many);

    assertThat(text.narrative()).hasSize(8_000);
    assertThat(text.keyPoints()).hasSize(50);
    assertThat(text.keyPoints().getFirst()).isEqualTo("\ud83c\udf5e".repeat(1_000));
  }

  @Test
  void tellsAModelAllOfIt() {
    Turn told = summary(SummaryText.of(WRITTEN)).turn();

    assertThat(told)
        .isEqualTo(
            new Turn.Instructed(
                """
                What was said before, in short:

                They baked.
                Twice.

                KEY POINTS
                - Flour
                - Water

                OPEN QUESTIONS
                - Rye?"""));
  }

  @Test
  void isDueAfterManyMessagesOrLongOnes() {
    assertThat(Summary.isDue(Collections.nCopies(20, "Rye?"))).isFalse();
    assertThat(Summary.isDue(Collections.nCopies(21, "Rye?"))).isTrue();
    assertThat(Summary.isDue(List.of("word ".repeat(2_000)))).isFalse();
    assertThat(Summary.isDue(List.of("word ".repeat(2_000), "word ".repeat(8_000)))).isTrue();
  }

  @Test
  void isNewsForTheParticipants() {
    Summary summary = summary(SummaryText.of(WRITTEN));

    DomainEvent event = summary.written(SomeRuns.ADA).events().getFirst();

    assertThat(event.type()).isEqualTo("conversation.summarized");
    assertThat(event.audience()).isEqualTo(new Audience.Participants(summary.conversation()));
    assertThat(event.conversationId()).contains(summary.conversation());
    assertThat(event.workspaceId()).contains(summary.workspace());
    assertThat(event.subject().id()).isEqualTo(summary.conversation().value());
    assertThat(event.data())
        .containsEntry("up_to_seq", 7L)
        .containsEntry("key_points", List.of("Flour", "Water"));
  }
}
