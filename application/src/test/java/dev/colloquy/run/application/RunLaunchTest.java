package dev.colloquy.run.application;

import static dev.colloquy.shared.testkit.Stages.assertFailureOf;
import static dev.colloquy.shared.testkit.Stages.valueOf;
import static org.assertj.core.api.Assertions.assertThat;

import dev.colloquy.conversation.domain.Conversation;
import dev.colloquy.model.domain.Model;
import dev.colloquy.model.domain.Turn;
import dev.colloquy.run.domain.HeldRun;
import dev.colloquy.run.domain.Hold;
import dev.colloquy.run.domain.OnConflict;
import dev.colloquy.run.domain.Run;
import dev.colloquy.run.domain.RunSignal;
import dev.colloquy.run.domain.RunStatus;
import dev.colloquy.usage.domain.Metric;
import dev.colloquy.usage.domain.Period;
import dev.colloquy.usage.domain.QuotaSubject.OneUser;
import dev.colloquy.usage.domain.UsageException.QuotaExceeded;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletionStage;
import org.junit.jupiter.api.Test;

/** A run begins where it is asked for, if nothing stands before it. */
final class RunLaunchTest {

  /** What lies due; no bell rings, and the next round is far away. */
  private static final Duration AT_ONCE = Duration.ofMillis(1);

  private final RunTrial trial = new RunTrial();
  private final RunWorld world = trial.world;

  RunLaunchTest() {
    trial.node.round(); // it has seen that nothing waits
  }

  private CompletionStage<Run> asking(RunNode node, Conversation conversation) {
    return asking(node, conversation, OnConflict.QUEUE);
  }

  private CompletionStage<Run> asking(
      RunNode node, Conversation conversation, OnConflict onConflict) {
    return world.start(node.desk()).handle(Questions.how(trial.alice, conversation, onConflict));
  }

  private Run asked(RunNode node, Conversation conversation) {
    Run run = valueOf(asking(node, conversation));
    node.advance(AT_ONCE);
    return run;
  }

  private Run asked() {
    return asked(trial.node, trial.conversation);
  }

  @Test
  void beginsAtOnceAndEnds() {
    Run run = asked();
    trial.call().said("Flour").counted(1, 1).completed();

    assertThat(run.status()).isEqualTo(RunStatus.QUEUED);
    assertThat(trial.now(run).status()).isEqualTo(RunStatus.COMPLETED);
    assertThat(trial.now(run).attempt()).isEqualTo(1);
    assertThat(world.events(run)).containsExactly("run.queued", "run.started", "run.completed");
    assertThat(world.signals(run))
        .startsWith(RunSignal.Type.STARTED, RunSignal.Type.DELTA)
        .endsWith(RunSignal.Type.COMPLETED);
  }

  @Test
  void asksWhatWasSaidUntilThen() {
    world.said(trial.bob, trial.conversation, "Bread!");

    asked();

    assertThat(trial.call().question().turns())
        .containsExactly(new Turn.Asked("Bread!"), new Turn.Asked("How?"));
  }

  @Test
  void isHeldLikeAnyOther() {
    Run run = asked();
    RunNode other = new RunNode(world);

    for (int i = 0; i < 30; i++) {
      trial.node.round();
      other.round();
    }

    assertThat(other.working()).isZero();
    assertThat(trial.now(run).attempt()).isEqualTo(1);
  }

  @Test
  void isTakenOverWhereItsNodeIsLost() {
    Run run = asked();

    new RunNode(world).advance(Duration.ofSeconds(6));

    assertThat(trial.now(run).attempt()).isEqualTo(2);
  }

  @Test
  void isCalledOffLikeAnyOther() {
    Run run = asked();

    trial.cancel(run);
    trial.node.ring();

    assertThat(trial.now(run).status()).isEqualTo(RunStatus.CANCELLED);
    assertThat(trial.call().isCancelled()).isTrue();
  }

  @Test
  void waitsBehindTheOneThatSpeaks() {
    Run first = asked();

    Run second = asked();

    assertThat(trial.now(first).status()).isEqualTo(RunStatus.RUNNING);
    assertThat(trial.now(second).status()).isEqualTo(RunStatus.QUEUED);
    trial.call().said("Flour").counted(1, 1).completed();
    trial.node.advance(AT_ONCE);
    assertThat(trial.now(second).status()).isEqualTo(RunStatus.RUNNING);
  }

  @Test
  void waitsWhereTheNodeIsFull() {
    RunNode small = new RunNode(world, 1);
    small.round();
    asked(small, world.conversation(trial.alice));

    Run second = asked(small, world.conversation(trial.alice));

    assertThat(trial.now(second).status()).isEqualTo(RunStatus.QUEUED);
    assertThat(small.working()).isEqualTo(1);
  }

  @Test
  void doesNotOvertakeWhatWaitsForRoom() {
    RunNode small = new RunNode(world, 2);
    small.round();
    asked(small, world.conversation(trial.alice));
    asked(small, world.conversation(trial.alice));
    Run waiting = asked(small, world.conversation(trial.alice));
    trial.call().said("Flour").counted(1, 1).completed(); // there is room, and no round yet

    Run late = valueOf(asking(small, world.conversation(trial.alice)));
    small.advance(AT_ONCE);

    assertThat(trial.now(waiting).status()).isEqualTo(RunStatus.RUNNING);
    assertThat(trial.now(late).status()).isEqualTo(RunStatus.QUEUED);
  }

  @Test
  void waitsUntilItsNodeHasLookedForOthers() {
    RunNode fresh = new RunNode(world);

    Run run = valueOf(asking(fresh, trial.conversation));

    assertThat(trial.now(run).status()).isEqualTo(RunStatus.QUEUED);
    fresh.round();
    assertThat(trial.now(run).status()).isEqualTo(RunStatus.RUNNING);
  }

  @Test
  void waitsForAnotherNodeWhereItsOwnStops() {
    trial.node.stop();

    Run run = asked();

    assertThat(trial.now(run).status()).isEqualTo(RunStatus.QUEUED);
  }

  @Test
  void isGivenUpWhereItsNodeStopsBeforeItIsCommitted() {
    Run run =
        valueOf(
            world
                .unitOfWork()
                .inTransaction(
                    () ->
                        asking(trial.node, trial.conversation)
                            .whenComplete((asked, failure) -> trial.node.desk().close())));
    trial.node.advance(AT_ONCE);

    new RunNode(world).round();

    assertThat(trial.now(run).attempt()).isEqualTo(2);
    assertThat(trial.node.working()).isZero();
  }

  @Test
  void beginsNothingThatIsNotKept() {
    world.usage.limited(new OneUser(trial.alice.user()), Metric.TOKENS, Period.MONTH, 1);

    assertFailureOf(asking(trial.node, trial.conversation)).isInstanceOf(QuotaExceeded.class);
    trial.node.advance(AT_ONCE);

    assertThat(trial.node.working()).isZero();
    assertThat(world.language.calls()).isEmpty();
  }

  @Test
  void asksTheNextModelWhereTheFirstIsGoneByThen() {
    Model second = world.model("second", 2);
    trial.rule(trial.model, second);
    Run run = valueOf(asking(trial.node, trial.conversation));
    world.models.remove(trial.model);

    trial.node.advance(AT_ONCE);

    assertThat(trial.call().question().model()).isEqualTo("second");
    assertThat(world.signals(run)).contains(RunSignal.Type.ESCALATED);
  }

  @Test
  void failsWhereItsOnlyModelIsGoneByThen() {
    Run run = valueOf(asking(trial.node, trial.conversation));
    world.models.clear();

    trial.node.advance(AT_ONCE);

    assertThat(trial.error(run)).isEqualTo("MODEL_NOT_ENABLED");
  }

  @Test
  void leavesTheLatestHoldAlone() {
    Run run = asked();
    HeldRun latest = new HeldRun(trial.now(run), new Hold(run.id(), UUID.randomUUID(), 1));
    HeldRun older = new HeldRun(trial.now(run), new Hold(run.id(), UUID.randomUUID(), 0));

    valueOf(trial.node.desk().begin(List.of(latest, older)).thenApply(done -> true));
    trial.node.advance(AT_ONCE);

    assertThat(trial.call().isCancelled()).isFalse();
    assertThat(world.language.calls()).hasSize(1);
  }

  @Test
  void beginsAtOnceWhereItInterruptsWhatOnlyWaited() {
    Run waiting = trial.asked("Hm?");

    Run run = valueOf(asking(trial.node, trial.conversation, OnConflict.INTERRUPT));
    trial.node.advance(AT_ONCE);

    assertThat(trial.now(waiting).status()).isEqualTo(RunStatus.CANCELLED);
    assertThat(trial.now(run).status()).isEqualTo(RunStatus.RUNNING);
  }

  @Test
  void waitsWhereItInterruptsTheOneThatSpeaks() {
    asked();

    Run run = valueOf(asking(trial.node, trial.conversation, OnConflict.INTERRUPT));

    assertThat(trial.now(run).status()).isEqualTo(RunStatus.QUEUED);
    trial.node.round();
    trial.node.round();
    assertThat(trial.now(run).status()).isEqualTo(RunStatus.RUNNING);
  }

  @Test
  void beginsAtOnceWhatIsDoneAgain() {
    Run run = asked();
    trial.call().completed();

    Run again = valueOf(world.control(trial.node.desk()).retry(trial.alice, run.id()));
    trial.node.advance(AT_ONCE);

    assertThat(trial.now(again).status()).isEqualTo(RunStatus.RUNNING);
  }
}
