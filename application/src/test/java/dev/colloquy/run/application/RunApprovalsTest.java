package dev.colloquy.run.application;

import static dev.colloquy.shared.testkit.Stages.assertFailureOf;
import static dev.colloquy.shared.testkit.Stages.valueOf;
import static org.assertj.core.api.Assertions.assertThat;

import dev.colloquy.conversation.domain.Conversation;
import dev.colloquy.model.domain.FinishReason;
import dev.colloquy.model.domain.ModelEvent;
import dev.colloquy.model.domain.ToolRequest;
import dev.colloquy.model.domain.Turn;
import dev.colloquy.run.domain.Approval;
import dev.colloquy.run.domain.ApprovalId;
import dev.colloquy.run.domain.ApprovalStatus;
import dev.colloquy.run.domain.Run;
import dev.colloquy.run.domain.RunException.ApprovalNotPending;
import dev.colloquy.run.domain.RunSignal.Type;
import dev.colloquy.run.domain.RunStatus;
import dev.colloquy.run.domain.port.in.DecideApprovals;
import dev.colloquy.shared.domain.Actor;
import dev.colloquy.shared.domain.CommonException.AccessDenied;
import dev.colloquy.shared.domain.CommonException.NotFound;
import dev.colloquy.shared.domain.KeyScope;
import dev.colloquy.shared.domain.PageRequest;
import dev.colloquy.shared.testkit.Actors;
import dev.colloquy.tool.domain.ToolName;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletionStage;
import org.junit.jupiter.api.Test;

/** Runs wait until somebody has allowed or denied what their models want to do. */
final class RunApprovalsTest {

  private static final ToolName LETTER = new ToolName("send_letter");
  private static final PageRequest ALL = new PageRequest(50, Optional.empty());

  private final RunTrial trial = new RunTrial();
  private final RunWorld world = trial.world;

  /** A run that waits for a word about a letter. */
  private Run waiting() {
    Run run = trial.running(LETTER);
    trial.call().said("I write.").counted(10, 2);
    asksForALetter();
    return trial.now(run);
  }

  private void asksForALetter() {
    trial
        .call()
        .event(new ModelEvent.ToolAsked(new ToolRequest("1", "send_letter", "{\"to\": \"Bob\"}")))
        .completed(FinishReason.TOOL_CALLS);
  }

  private List<Approval> pending(Actor.OfUser actor) {
    return valueOf(world.approval().pending(actor, ALL)).items();
  }

  private Approval open() {
    return pending(trial.alice).getFirst();
  }

  private CompletionStage<Approval> decide(Actor.OfUser actor, boolean allowed) {
    return world.approval().handle(new DecideApprovals.Command(actor, open().id(), allowed));
  }

  private void goesOn() {
    trial.node.round();
  }

  private List<String> told() {
    return trial.call().question().turns().stream()
        .filter(Turn.ToolAnswered.class::isInstance)
        .map(it -> ((Turn.ToolAnswered) it).text())
        .toList();
  }

  @Test
  void waitsBeforeItDoesWhatSomebodyHasToAllow() {
    Run run = waiting();

    assertThat(run.status()).isEqualTo(RunStatus.WAITING_APPROVAL);
    assertThat(world.letter.calls()).isEmpty();
    assertThat(trial.node.working()).isZero();
    assertThat(world.ground.journal().openPens()).isZero();
    assertThat(world.signals(run))
        .containsExactly(
            Type.STARTED, Type.DELTA, Type.TOOL_CALL_REQUESTED, Type.APPROVAL_REQUESTED);
    assertThat(world.stream(run).getLast().signal().data())
        .containsEntry("approval_id", open().id().toString())
        .containsEntry("name", "send_letter")
        .containsEntry("arguments", "{\"to\": \"Bob\"}");
    assertThat(world.events(run))
        .containsExactly("run.queued", "run.started", "run.waiting_approval");
    assertThat(run.spent().tokens().promptTokens()).isEqualTo(10);
  }

  @Test
  void doesItOnceItIsAllowed() {
    Run run = waiting();

    Approval approved = valueOf(decide(trial.alice, true));
    goesOn();
    world.letter.last().answered("Sent.");
    trial.call().said("Done.").counted(20, 1).completed();

    assertThat(approved.status()).isEqualTo(ApprovalStatus.APPROVED);
    assertThat(approved.decidedBy()).contains(trial.alice.user());
    assertThat(world.letter.calls()).hasSize(1);
    assertThat(told()).containsExactly("Sent.");
    assertThat(trial.now(run).status()).isEqualTo(RunStatus.COMPLETED);
    assertThat(RunTrial.text(trial.answer())).isEqualTo("I write.\n\nDone.");
    assertThat(trial.now(run).spent().tokens().promptTokens()).isEqualTo(30);
    assertThat(
            world.stream(run).stream()
                .filter(it -> it.place().attempt() == 2)
                .map(it -> it.signal().type()))
        .containsExactly(
            Type.RESTARTED,
            Type.DELTA,
            Type.TOOL_CALL_REQUESTED,
            Type.APPROVAL_RESOLVED,
            Type.TOOL_CALL_STARTED,
            Type.TOOL_CALL_COMPLETED,
            Type.DELTA,
            Type.USAGE,
            Type.COMPLETED);
    assertThat(pending(trial.alice)).isEmpty();
  }

  @Test
  void tellsTheModelThatItWasDenied() {
    Run run = waiting();

    valueOf(decide(trial.alice, false));
    goesOn();

    assertThat(world.letter.calls()).isEmpty();
    assertThat(told()).containsExactly("Error: The user has denied this call.");
    trial.call().said("Then not.").completed();
    assertThat(trial.now(run).status()).isEqualTo(RunStatus.COMPLETED);
  }

  @Test
  void takesSilenceForANo() {
    Run run = waiting();

    trial.node.advance(Approval.MAX_WAIT.minusSeconds(5));
    assertThat(trial.now(run).status()).isEqualTo(RunStatus.WAITING_APPROVAL);
    trial.node.advance(Duration.ofSeconds(10));

    assertThat(told()).containsExactly("Error: Nobody has allowed this call in time.");
    assertThat(world.letter.calls()).isEmpty();
    assertThat(trial.now(run).status()).isEqualTo(RunStatus.RUNNING);
    trial.call().said("Then not.").completed();
    assertThat(trial.now(run).status()).isEqualTo(RunStatus.COMPLETED);
  }

  @Test
  void isCalledOffWhileItWaits() {
    Run run = waiting();
    ApprovalId approval = open().id();

    trial.cancel(run);
    goesOn();

    assertThat(trial.now(run).status()).isEqualTo(RunStatus.CANCELLED);
    assertThat(RunTrial.text(trial.answer())).isEqualTo("I write.");
    assertThat(world.letter.calls()).isEmpty();
    assertThat(pending(trial.alice)).isEmpty();
    assertFailureOf(
            world.approval().handle(new DecideApprovals.Command(trial.alice, approval, true)))
        .isInstanceOf(ApprovalNotPending.class);
  }

  @Test
  void isCalledOffBeforeItHasReadWhatItSaidAndKeepsIt() {
    Run run = waiting();
    // the wish is passed on in the very round that takes the run up again
    trial.node.round();

    trial.cancel(run);
    trial.node.ring();

    assertThat(trial.now(run).status()).isEqualTo(RunStatus.CANCELLED);
    assertThat(RunTrial.text(trial.answer())).isEqualTo("I write.");
  }

  @Test
  void isCalledOffAfterItWasDecidedAndBeforeItGoesOn() {
    Run run = waiting();
    valueOf(decide(trial.alice, true));

    trial.cancel(run);
    goesOn();

    assertThat(trial.now(run).status()).isEqualTo(RunStatus.CANCELLED);
    assertThat(world.letter.calls()).isEmpty();
  }

  @Test
  void waitsThroughTheEndOfItsNode() {
    Run run = waiting();
    trial.node.stop();
    RunNode other = new RunNode(world);
    other.advance(Duration.ofSeconds(30));
    assertThat(trial.now(run).status()).isEqualTo(RunStatus.WAITING_APPROVAL);

    valueOf(decide(trial.alice, true));
    other.round();
    world.letter.last().answered("Sent.");

    assertThat(trial.now(run).status()).isEqualTo(RunStatus.RUNNING);
  }

  @Test
  void asksForEachCallAndIsNotTakenForLost() {
    Run run = waiting();
    for (int i = 1; i <= 4; i++) {
      valueOf(decide(trial.alice, true));
      goesOn();
      world.letter.last().answered("Sent.");
      asksForALetter();
      assertThat(trial.now(run).status()).isEqualTo(RunStatus.WAITING_APPROVAL);
    }

    valueOf(decide(trial.alice, false));
    goesOn();
    trial.call().said("Enough.").completed();

    assertThat(world.letter.calls()).hasSize(4);
    assertThat(trial.now(run).attempt()).isEqualTo(6);
    assertThat(trial.now(run).status()).isEqualTo(RunStatus.COMPLETED);
  }

  @Test
  void letsNoOtherRunSpeakMeanwhile() {
    waiting();
    Run next = trial.asked("And then?");

    trial.node.advance(Duration.ofSeconds(5));

    assertThat(trial.now(next).status()).isEqualTo(RunStatus.QUEUED);
  }

  @Test
  void isDecidedByWhoeverStartedItOrManagesTheWorkspace() {
    waiting();
    Actor.Person stranger = world.user();
    Actor.Person owner = trial.bob;

    assertThat(pending(stranger)).isEmpty();
    assertFailureOf(decide(stranger, true)).isInstanceOf(AccessDenied.class);
    assertThat(pending(owner)).containsExactly(open());
    assertThat(valueOf(decide(owner, false)).decidedBy()).contains(owner.user());
  }

  @Test
  void isDecidedByNoKeyWithoutScopes() {
    waiting();

    assertFailureOf(decide(Actors.key(trial.alice.user(), KeyScope.WRITE), true))
        .isInstanceOf(AccessDenied.class);
    assertFailureOf(world.approval().pending(Actors.key(trial.alice.user(), KeyScope.RUN), ALL))
        .isInstanceOf(AccessDenied.class);
    assertFailureOf(
            world
                .approval()
                .handle(
                    new DecideApprovals.Command(
                        trial.alice, new ApprovalId(UUID.randomUUID()), true)))
        .isInstanceOf(NotFound.class);
  }

  @Test
  void isDecidedOnce() {
    waiting();
    ApprovalId approval = open().id();
    valueOf(decide(trial.alice, true));

    assertFailureOf(
            world.approval().handle(new DecideApprovals.Command(trial.alice, approval, false)))
        .isInstanceOf(ApprovalNotPending.class);
  }

  @Test
  void showsOnlyWhatFitsOnAPage() {
    waiting();
    Conversation other = world.conversation(trial.bob, trial.alice);
    trial.asked(other, "How?");

    assertThat(
            valueOf(world.approval().pending(trial.alice, new PageRequest(1, Optional.empty())))
                .items())
        .hasSize(1);
  }
}
