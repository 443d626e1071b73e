package dev.colloquy.run.application;

import static org.assertj.core.api.Assertions.assertThat;

import dev.colloquy.model.domain.ModelCallFailed.Fault;
import dev.colloquy.model.testkit.ScriptedCall;
import dev.colloquy.run.domain.Run;
import dev.colloquy.run.domain.RunSignal;
import dev.colloquy.run.domain.RunStatus;
import dev.colloquy.run.domain.StreamEntry;
import dev.colloquy.run.domain.StreamPlace;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Nodes take runs up, keep hold of them, lose them, and give them up. */
final class RunNodesTest {

  private static final Duration LEASE_AND_MORE = Duration.ofSeconds(6);

  private final RunTrial trial = new RunTrial();
  private final RunWorld world = trial.world;

  /** Questions in conversations of their own. */
  private List<Run> asked(int count) {
    List<Run> runs = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      runs.add(trial.asked(world.conversation(trial.alice), "How " + i + "?"));
    }
    return runs;
  }

  @Test
  void takesUpAtOnceWhatTheBellRingsFor() {
    Run run = trial.asked("How?");

    trial.node.ring();

    assertThat(trial.now(run).status()).isEqualTo(RunStatus.RUNNING);
    assertThat(trial.node.working()).isEqualTo(1);
  }

  @Test
  void findsInItsRoundsWhatNoBellRangFor() {
    Run run = trial.asked("How?");

    trial.node.advance(Duration.ofMillis(499));
    assertThat(trial.now(run).status()).isEqualTo(RunStatus.QUEUED);
    trial.node.advance(Duration.ofMillis(1));

    assertThat(trial.now(run).status()).isEqualTo(RunStatus.RUNNING);
  }

  @Test
  void worksOnNoMoreThanItCan() {
    RunNode small = new RunNode(world, 2);
    asked(3);

    small.round();
    assertThat(small.working()).isEqualTo(2);
    assertThat(world.language.calls()).hasSize(2);
    world.language.calls().getFirst().failed(Fault.REFUSED);
    small.advance(Duration.ofMillis(5));

    assertThat(small.working()).isEqualTo(2);
    assertThat(world.language.calls()).hasSize(3);
  }

  @Test
  void takesUpManyInPortionsWithoutWaitingForTheNextRound() {
    asked(120);

    trial.node.ring();

    assertThat(trial.node.working()).isEqualTo(120);
  }

  @Test
  void keepsHoldOfWhatItWorksOn() {
    Run run = trial.running();
    RunNode other = new RunNode(world);

    for (int i = 0; i < 30; i++) {
      trial.node.round();
      other.round();
    }

    assertThat(other.working()).isZero();
    assertThat(trial.now(run).attempt()).isEqualTo(1);
    assertThat(trial.call().isCancelled()).isFalse();
  }

  @Test
  void takesOverFromANodeThatIsLostAndBeginsAnew() {
    Run run = trial.running();
    ScriptedCall lost = trial.call();
    lost.said("Flour");
    RunNode other = new RunNode(world);

    other.advance(LEASE_AND_MORE);
    trial.call().said("Rye").counted(1, 1).completed();

    assertThat(trial.now(run).attempt()).isEqualTo(2);
    assertThat(trial.now(run).status()).isEqualTo(RunStatus.COMPLETED);
    assertThat(trial.answers()).extracting(RunTrial::text).containsExactly("Rye");
    assertThat(world.stream(run))
        .startsWith(
            new StreamEntry(new StreamPlace(1, 1), RunSignal.begun(run)),
            new StreamEntry(new StreamPlace(1, 2), RunSignal.said("Flour")),
            new StreamEntry(new StreamPlace(2, 1), RunSignal.begun(trial.now(run))),
            new StreamEntry(new StreamPlace(2, 2), RunSignal.said("Rye")));
    assertThat(world.events(run)).containsExactly("run.queued", "run.started", "run.completed");
  }

  @Test
  void writesNothingOnceAnotherNodeHasTheRun() {
    Run run = trial.running();
    ScriptedCall lost = trial.call();
    RunNode other = new RunNode(world);
    other.advance(LEASE_AND_MORE);

    lost.said("too late");

    assertThat(lost.isCancelled()).isTrue();
    assertThat(trial.node.working()).isZero();
    assertThat(world.text(run)).isEmpty();
    assertThat(trial.now(run).status()).isEqualTo(RunStatus.RUNNING);
    assertThat(other.working()).isEqualTo(1);
  }

  @Test
  void endsNothingOnceAnotherNodeHasTheRun() {
    Run run = trial.running();
    ScriptedCall lost = trial.call();
    lost.said("Flour");
    RunNode other = new RunNode(world);
    other.advance(LEASE_AND_MORE);

    lost.completed();

    assertThat(trial.now(run).status()).isEqualTo(RunStatus.RUNNING);
    assertThat(trial.answers()).isEmpty();
    assertThat(trial.node.working()).isZero();
  }

  @Test
  void endsNothingWhereItsLastWordsAreNotWrittenAnyMore() {
    Run run = trial.running();
    ScriptedCall lost = trial.call();
    lost.said("\uD83C");
    RunNode other = new RunNode(world);
    other.advance(LEASE_AND_MORE);

    lost.completed();

    assertThat(trial.now(run).status()).isEqualTo(RunStatus.RUNNING);
    assertThat(world.text(run)).isEmpty();
    assertThat(trial.node.working()).isZero();
    assertThat(world.ground.journal().openPens()).isEqualTo(1);
  }

  @Test
  void noticesInItsRoundsThatAnotherNodeHasTheRun() {
    trial.running();
    ScriptedCall lost = trial.call();
    RunNode other = new RunNode(world);
    other.advance(LEASE_AND_MORE);

    trial.node.round();

    assertThat(lost.isCancelled()).isTrue();
    assertThat(trial.node.working()).isZero();
    assertThat(world.ground.journal().openPens()).isEqualTo(1);
  }

  @Test
  void takesUpAgainWhatItLostItself() {
    Run run = trial.running();
    ScriptedCall before = trial.call();
    world.clock.advance(LEASE_AND_MORE);
    RunNode other = new RunNode(world);
    other.round();
    other.stop();

    trial.node.round();
    trial.node.round();

    assertThat(before.isCancelled()).isTrue();
    assertThat(trial.now(run).attempt()).isEqualTo(3);
  }

  @Test
  void failsARunThatIsLostAgainAndAgain() {
    Run run = trial.running();
    trial.call().said("Flour");
    for (int i = 1; i <= Run.MAX_ATTEMPTS; i++) {
      new RunNode(world).advance(LEASE_AND_MORE);
    }

    assertThat(trial.now(run).status()).isEqualTo(RunStatus.FAILED);
    assertThat(trial.error(run)).isEqualTo("RUN_LOST");
    assertThat(trial.now(run).attempt()).isEqualTo(Run.MAX_ATTEMPTS + 1);
    assertThat(world.signals(run))
        .containsExactly(
            RunSignal.Type.STARTED,
            RunSignal.Type.DELTA,
            RunSignal.Type.RESTARTED,
            RunSignal.Type.RESTARTED,
            RunSignal.Type.RESTARTED,
            RunSignal.Type.USAGE,
            RunSignal.Type.FAILED);
    assertThat(trial.answers()).isEmpty();
  }
}
