package dev.colloquy.run.testkit;

import static dev.colloquy.shared.testkit.Stages.valueOf;

import dev.colloquy.conversation.domain.Content;
import dev.colloquy.conversation.domain.Conversation;
import dev.colloquy.conversation.testkit.ConversationFixtures;
import dev.colloquy.conversation.testkit.ConversationGround;
import dev.colloquy.model.domain.ModelId;
import dev.colloquy.run.domain.HeldRun;
import dev.colloquy.run.domain.Importance;
import dev.colloquy.run.domain.Run;
import dev.colloquy.run.domain.RunId;
import dev.colloquy.run.domain.RunOrder;
import dev.colloquy.run.domain.Temperature;
import dev.colloquy.run.domain.port.out.OrchestrationRules;
import dev.colloquy.run.domain.port.out.RunJournal;
import dev.colloquy.run.domain.port.out.Runs;
import dev.colloquy.run.domain.port.out.Summaries;
import dev.colloquy.shared.domain.Actor;
import dev.colloquy.shared.domain.Change;
import dev.colloquy.shared.domain.PageRequest;
import dev.colloquy.shared.domain.port.out.Ids;
import dev.colloquy.shared.testkit.Actors;
import dev.colloquy.tool.domain.ToolName;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/** What the contracts of runs stand on. Nothing but the contract takes up runs meanwhile. */
public interface RunGround {

  /** Where conversations are kept, in the same storage. */
  ConversationGround talks();

  Runs runs();

  OrchestrationRules rules();

  Summaries summaries();

  RunJournal journal();

  /** The same journal as another node has it. */
  RunJournal elsewhere();

  /** Later ids are greater. */
  Ids ids();

  /** A model that the storage knows. */
  ModelId model();

  /** Lets the leases of a node run out, as if it had been gone for long. */
  void lose(UUID node);

  /** A new conversation of somebody new, in which a question was asked. */
  default RunTalk talk() {
    Actor.Person who = Actors.person(talks().user());
    Conversation conversation = talks().conversation(who);
    return new RunTalk(who, conversation, talks().said(who, conversation, "What is new?"));
  }

  /** A run that is about to wait. */
  default Change<Run> fresh(RunTalk talk) {
    RunOrder order =
        new RunOrder(
            talk.question().id(),
            Optional.of(new Content("Be brief.")),
            model(),
            List.of(new ModelId(UUID.randomUUID())),
            Importance.HIGH,
            Optional.of(new Temperature(0.25)),
            Optional.of(100),
            List.of(new ToolName("oven"), new ToolName("clock")));
    return Run.queue(
        talk.who(),
        new RunId(ids().next()),
        talk.conversation().id(),
        talk.conversation().home().workspace(),
        order,
        Optional.empty(),
        ConversationFixtures.NOON);
  }

  /** A run that waits. */
  default Run queued(RunTalk talk) {
    Change<Run> fresh = fresh(talk);
    return talks().within(() -> runs().add(fresh));
  }

  /** What the node, which works on nothing, takes up of the conversation's runs. */
  default List<HeldRun> takenUp(UUID node, RunTalk talk) {
    return takenUp(node, Set.of(), talk);
  }

  /** What the node, which works on these, takes up of the conversation's runs. */
  default List<HeldRun> takenUp(UUID node, Set<RunId> held, RunTalk talk) {
    List<HeldRun> taken =
        talks()
            .within(
                () -> runs().takeUp(node, held, PageRequest.MAX_LIMIT, ConversationFixtures.NOON));
    return taken.stream()
        .filter(it -> it.run().conversation().equals(talk.conversation().id()))
        .toList();
  }

  /** A run that the node works on. */
  default HeldRun held(UUID node, RunTalk talk) {
    queued(talk);
    return takenUp(node, talk).getFirst();
  }

  /** The run as it is kept. */
  default Run kept(RunId run) {
    return valueOf(runs().find(run)).orElseThrow();
  }
}
