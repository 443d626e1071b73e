package dev.colloquy.run.application;

import static dev.colloquy.shared.testkit.Stages.valueOf;
import static org.assertj.core.api.Assertions.assertThat;

import dev.colloquy.conversation.domain.Conversation;
import dev.colloquy.conversation.domain.ConversationDraft;
import dev.colloquy.conversation.domain.Modality;
import dev.colloquy.conversation.domain.Topic;
import dev.colloquy.conversation.testkit.ConversationGround;
import dev.colloquy.run.domain.Run;
import dev.colloquy.shared.domain.Change;
import dev.colloquy.shared.domain.Metadata;
import org.junit.jupiter.api.Test;

/** Models give titles to conversations that nobody gave one. */
final class RunTitleTest {

  private static final String QUESTION = "How do I bake bread?";

  private final RunTrial trial = new RunTrial();
  private final RunWorld world = trial.world;

  private void topic(String topic) {
    ConversationGround talks = world.ground.talks();
    Conversation conversation = now();
    ConversationDraft draft =
        new ConversationDraft(new Topic(topic), Modality.CHAT, Metadata.empty());
    Change<Conversation> edited = conversation.edit(trial.bob, draft, world.clock.instant());
    talks.within(() -> talks.conversations().save(edited));
  }

  private Conversation now() {
    return valueOf(world.ground.talks().conversations().find(trial.conversation.id()))
        .orElseThrow();
  }

  private String title() {
    return now().draft().topic().value();
  }

  @Test
  void takesThePlaceOfTheFirstWords() {
    topic(QUESTION);
    trial.running();
    trial.call().said("Knead.").completed();

    trial.call().said(" \"Baking bread at home.\"\nIs that right?").completed();

    assertThat(title()).isEqualTo("Baking bread at home");
  }

  @Test
  void leavesWhatSomebodyHasChosen() {
    topic("Sunday");
    trial.running();

    trial.call().said("Knead.").completed();

    assertThat(title()).isEqualTo("Sunday");
    assertThat(world.language.calls()).hasSize(1);
  }

  @Test
  void leavesWhatSomebodyChoosesMeanwhile() {
    topic(QUESTION);
    trial.running();
    trial.call().said("Knead.").completed();
    topic("Sunday");

    trial.call().said("Baking bread").completed();

    assertThat(title()).isEqualTo("Sunday");
  }

  @Test
  void isAskedForOnce() {
    topic(QUESTION);
    Run first = trial.running();
    trial.call().said("Knead.").completed();
    trial.call().completed();

    trial.asked("And then?");
    trial.node.round();
    trial.call().said("Bake.").completed();

    assertThat(trial.now(first).status().isLast()).isTrue();
    assertThat(title()).isEqualTo(QUESTION);
    assertThat(world.language.calls()).hasSize(3);
  }
}
