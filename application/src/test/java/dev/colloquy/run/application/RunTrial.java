package dev.colloquy.run.application;

import static dev.colloquy.shared.testkit.Stages.valueOf;

import dev.colloquy.conversation.domain.Content;
import dev.colloquy.conversation.domain.Conversation;
import dev.colloquy.conversation.domain.Message;
import dev.colloquy.model.domain.Model;
import dev.colloquy.model.testkit.ScriptedCall;
import dev.colloquy.run.domain.Importance;
import dev.colloquy.run.domain.OnConflict;
import dev.colloquy.run.domain.OrchestrationRule;
import dev.colloquy.run.domain.OrchestrationRuleId;
import dev.colloquy.run.domain.RuleConditions;
import dev.colloquy.run.domain.RuleDraft;
import dev.colloquy.run.domain.Run;
import dev.colloquy.run.domain.RunError;
import dev.colloquy.run.domain.Strategy;
import dev.colloquy.run.domain.port.in.StartRun;
import dev.colloquy.shared.domain.Actor;
import dev.colloquy.shared.domain.Change;
import dev.colloquy.shared.testkit.Actors;
import dev.colloquy.tool.domain.ToolName;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/** A conversation in which a model is asked, and nodes that work on it. */
final class RunTrial {

  final RunWorld world = RunWorld.prompt();
  final Model model = world.model("first", 1);
  final Actor.Person alice = world.user();
  final Actor.Person bob = world.user();
  final Conversation conversation = world.conversation(bob, alice);
  final RunNode node = new RunNode(world);

  /** These models are asked, one after the other where nothing comes of one. */
  void rule(Model... models) {
    RuleDraft draft =
        new RuleDraft(
            Strategy.FALLBACK,
            Arrays.stream(models).map(Model::id).toList(),
            new RuleConditions(Set.of(), Set.of()),
            1,
            true);
    Change<OrchestrationRule> set =
        OrchestrationRule.set(
            Actors.administrator(),
            new OrchestrationRuleId(UUID.randomUUID()),
            draft,
            world.clock.instant());
    valueOf(world.unitOfWork().inTransaction(() -> world.rules().add(set)));
  }

  /** A run of Alice's that waits. */
  Run asked(String input) {
    return asked(conversation, input);
  }

  /** The same in another conversation of hers. */
  Run asked(Conversation conversation, String input) {
    return asked(conversation, input, Optional.empty(), List.of());
  }

  /** A run that the node works on, of a model that Alice named. */
  Run naming(String model) {
    Run run = asked(conversation, "How do I bake bread?", Optional.of(model), List.of());
    node.round();
    return world.now(run);
  }

  /**
   * A run of Alice's that the node works on: its model, which may ask for these tools, is asked,
   * and has not spoken yet.
   */
  Run running(ToolName... tools) {
    Run run = asked(conversation, "How do I bake bread?", Optional.empty(), List.of(tools));
    node.round();
    return world.now(run);
  }

  private Run asked(
      Conversation conversation, String input, Optional<String> model, List<ToolName> tools) {
    return valueOf(
        world
            .start()
            .handle(
                new StartRun.Command(
                    alice,
                    conversation.id(),
                    List.of(new Content(input)),
                    Optional.empty(),
                    model,
                    Importance.MEDIUM,
                    Optional.empty(),
                    Optional.empty(),
                    OnConflict.QUEUE,
                    tools)));
  }

  /** The same, done again. */
  Run again(Run run) {
    Run again = valueOf(world.control().retry(alice, run.id()));
    node.round();
    return world.now(again);
  }

  void cancel(Run run) {
    valueOf(world.control().cancel(alice, run.id()));
  }

  /** The newest call of the model. */
  ScriptedCall call() {
    return world.language.last();
  }

  Run now(Run run) {
    return world.now(run);
  }

  String error(Run run) {
    return now(run).error().map(RunError::code).orElse("none");
  }

  /** What was said but for the questions. */
  List<Message> answers() {
    return world.messages(bob, conversation).stream().filter(it -> it.run().isPresent()).toList();
  }

  Message answer() {
    return answers().getLast();
  }

  static String text(Message message) {
    return message.content().map(Content::value).orElse("");
  }
}
