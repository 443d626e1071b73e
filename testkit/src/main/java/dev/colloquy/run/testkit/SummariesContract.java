package dev.colloquy.run.testkit;

import static dev.colloquy.conversation.testkit.ConversationFixtures.NOON;
import static dev.colloquy.shared.testkit.Stages.valueOf;
import static org.assertj.core.api.Assertions.assertThat;

import dev.colloquy.run.domain.Summary;
import dev.colloquy.run.domain.SummaryText;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What every keeper of summaries does. */
public interface SummariesContract {

  RunGround ground();

  private Summary summary(RunTalk talk, long upTo, String narrative) {
    return new Summary(
        talk.conversation().id(),
        talk.conversation().home().workspace(),
        upTo,
        new SummaryText(narrative, List.of("flour", "water"), List.of(), List.of("Rye?")),
        ground().model(),
        NOON);
  }

  private void save(RunTalk talk, Summary summary) {
    ground().talks().within(() -> ground().summaries().save(summary.written(talk.who())));
  }

  private Optional<Summary> found(RunTalk talk) {
    return valueOf(ground().summaries().find(talk.conversation().id()));
  }

  @Test
  default void findsTheSummaryThatItKeeps() {
    RunTalk talk = ground().talk();
    Optional<Summary> before = found(talk);
    Summary summary = summary(talk, 3, "They baked.");

    save(talk, summary);

    assertThat(before).isEmpty();
    assertThat(found(talk)).contains(summary);
  }

  @Test
  default void putsAnotherInItsPlaceThatStandsForAsMuchOrMore() {
    RunTalk talk = ground().talk();
    save(talk, summary(talk, 3, "They baked."));
    Summary second = summary(talk, 3, "They baked bread.");
    Summary third = summary(talk, 7, "They ate it.");

    save(talk, second);
    Optional<Summary> meanwhile = found(talk);
    save(talk, third);

    assertThat(meanwhile).contains(second);
    assertThat(found(talk)).contains(third);
  }

  @Test
  default void keepsTheOneThatStandsForMore() {
    RunTalk talk = ground().talk();
    Summary more = summary(talk, 7, "They ate it.");
    save(talk, more);

    save(talk, summary(talk, 3, "They baked."));

    assertThat(found(talk)).contains(more);
  }
}
