package dev.colloquy.run.application;

import static org.assertj.core.api.Assertions.assertThat;

import dev.colloquy.model.testkit.ScriptedCall;
import dev.colloquy.run.domain.Run;
import dev.colloquy.run.domain.RunStatus;
import dev.colloquy.shared.domain.CommonException.Conflict;
import dev.colloquy.shared.domain.CommonException.DatabaseError;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;

/** Nodes stop, and their database fails them. */
final class RunTroubleTest {

  private static final Duration LEASE_AND_MORE = Duration.ofSeconds(6);

  private final RunTrial trial = new RunTrial();
  private final RunWorld world = trial.world;

  private RunNode nodeOn(String method, Detour detour) {
    return new RunNode(world, 10, Detour.of(world.runs(), method, detour), world.ask());
  }

  @Test
  void givesAllUpAtOnceWhenItStops() {
    Run run = trial.running();
    ScriptedCall stopped = trial.call();
    stopped.said("Flour");

    trial.node.stop();
    RunNode other = new RunNode(world);
    other.round();

    assertThat(stopped.isCancelled()).isTrue();
    assertThat(trial.node.working()).isZero();
    assertThat(trial.now(run).attempt()).isEqualTo(2);
    assertThat(other.working()).isEqualTo(1);
  }

  @Test
  void takesUpNothingAfterItStopped() {
    trial.node.stop();
    Run run = trial.asked("How?");

    trial.node.ring();
    trial.node.round();

    assertThat(trial.now(run).status()).isEqualTo(RunStatus.QUEUED);
  }

  @Test
  void givesUpEvenWhatItWasAboutToTakeUpWhenItStopped() {
    List<RunNode> nodes = new ArrayList<>();
    RunNode node =
        nodeOn(
            "takeUp",
            way -> {
              var taken = way.get();
              stopOnAnotherThread(nodes.getFirst());
              return taken;
            });
    nodes.add(node);
    Run run = trial.asked("How?");

    node.round();
    RunNode other = new RunNode(world);
    other.round();

    assertThat(node.working()).isZero();
    assertThat(other.working()).isEqualTo(1);
    assertThat(trial.now(run).attempt()).isEqualTo(2);
    assertThat(world.language.calls()).hasSize(1);
  }

  @Test
  void takesUpNothingInTheRoundInWhichItStopped() {
    CompletableFuture<Void> renewed = new CompletableFuture<>();
    RunNode node = nodeOn("renew", way -> way.get().thenCombine(renewed, (kept, go) -> kept));
    Run first = trial.asked("How?");
    node.round();
    node.round();
    Run second = trial.asked(world.conversation(trial.alice), "And?");

    node.stop();
    renewed.complete(null);

    assertThat(trial.now(first).attempt()).isEqualTo(1);
    assertThat(trial.now(second).status()).isEqualTo(RunStatus.QUEUED);
  }

  @Test
  void keepsWhatItHoldsWhileItCanTakeUpNothingMore() {
    AtomicBoolean broken = new AtomicBoolean();
    RunNode node =
        nodeOn(
            "takeUp",
            way ->
                broken.get()
                    ? CompletableFuture.failedFuture(new IllegalStateException("spoilt"))
                    : way.get());
    Run run = trial.asked("How?");
    node.round();
    broken.set(true);

    for (int i = 0; i < 20; i++) { // longer than a lease lasts
      node.round();
    }
    new RunNode(world).round();

    assertThat(node.working()).isEqualTo(1);
    assertThat(trial.now(run).attempt()).isEqualTo(1);
  }

  @Test
  void hearsABellThatRingsWhileItMakesARound() {
    CompletableFuture<Void> renewed = new CompletableFuture<>();
    RunNode node = nodeOn("renew", way -> way.get().thenCombine(renewed, (kept, go) -> kept));
    trial.asked("How?");
    node.round();
    node.round();
    node.ring();
    Run second = trial.asked(world.conversation(trial.alice), "And?");

    assertThat(trial.now(second).status()).isEqualTo(RunStatus.QUEUED);

    renewed.complete(null);
    node.advance(Duration.ofMillis(2));

    assertThat(trial.now(second).status()).isEqualTo(RunStatus.RUNNING);
  }

  private static void stopOnAnotherThread(RunNode node) {
    Thread thread = new Thread(node::stop);
    thread.start();
    try {
      thread.join();
    } catch (InterruptedException interruption) {
      throw new AssertionError(interruption);
    }
  }

  @Test
  void repeatsARoundThatFailed() {
    RunNode node = nodeOn("takeUp", Detour.failing(2, new DatabaseError()));
    Run run = trial.asked("How?");

    node.round();
    node.round();
    assertThat(trial.now(run).status()).isEqualTo(RunStatus.QUEUED);
    node.round();

    assertThat(trial.now(run).status()).isEqualTo(RunStatus.RUNNING);
  }

  @Test
  void goesOnWhereOneRenewalFailed() {
    RunNode node = nodeOn("renew", Detour.failing(1, new DatabaseError()));
    Run run = trial.asked("How?");
    node.round();

    node.round();
    node.round();
    trial.call().said("Flour").completed();

    assertThat(trial.now(run).status()).isEqualTo(RunStatus.COMPLETED);
  }

  @Test
  void triesToEndARunUntilTheDatabaseIsBack() {
    RunNode node = nodeOn("end", Detour.failing(3, new DatabaseError()));
    Run run = trial.asked("How?");
    node.round();

    trial.call().said("Flour").completed();
    assertThat(trial.now(run).status()).isEqualTo(RunStatus.RUNNING);
    node.advance(Duration.ofSeconds(2));

    assertThat(trial.now(run).status()).isEqualTo(RunStatus.COMPLETED);
    assertThat(trial.answers()).extracting(RunTrial::text).containsExactly("Flour");
    assertThat(node.working()).isZero();
  }

  @Test
  void leavesARunThatItCannotEndToAnotherNode() {
    RunNode node = nodeOn("end", Detour.failing(8, new IllegalStateException("broken")));
    Run run = trial.asked("How?");
    node.round();
    trial.call().said("Flour").completed();

    node.advance(Duration.ofSeconds(4));
    assertThat(node.working()).isZero();
    node.advance(LEASE_AND_MORE);
    trial.call().said("Rye").completed();

    assertThat(trial.now(run).attempt()).isEqualTo(2);
    assertThat(trial.answers()).extracting(RunTrial::text).containsExactly("Rye");
  }

  @Test
  void leavesARunAloneThatAnotherNodeTookJustBeforeItsEnd() {
    RunNode node = nodeOn("end", Detour.failing(1, new Conflict()));
    Run run = trial.asked("How?");
    node.round();

    trial.call().said("Flour").completed();
    node.advance(Duration.ofMillis(100));

    assertThat(node.working()).isZero();
    assertThat(trial.answers()).isEmpty();
    assertThat(trial.now(run).status()).isEqualTo(RunStatus.RUNNING);
  }
}
