package dev.colloquy.run.application;

import static org.assertj.core.api.Assertions.assertThat;

import dev.colloquy.conversation.domain.ConversationStatus;
import dev.colloquy.model.domain.FinishReason;
import dev.colloquy.model.domain.ModelCallFailed;
import dev.colloquy.model.domain.ModelCallFailed.Fault;
import dev.colloquy.model.domain.ModelEvent;
import dev.colloquy.run.domain.Run;
import dev.colloquy.run.domain.RunSignal;
import dev.colloquy.run.domain.RunStatus;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Flow;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

/** A run ends once, in one state, whatever comes together. */
final class RunEndsTest {

  private final RunTrial trial = new RunTrial();
  private final RunWorld world = trial.world;

  /** What may come to a run. */
  enum Blow {
    SPEAKS,
    COUNTS,
    COMPLETES,
    FAILS,
    FAILS_FOR_A_WHILE,
    IS_CALLED_OFF,
    TIME_PASSES,
    NODE_STOPS,
    NODE_IS_LOST,
    NODE_COMES_BACK
  }

  @Property(tries = 300)
  void endsOnceWhateverComesTogether(@ForAll @Size(max = 12) List<Blow> blows) {
    RunTrial one = new RunTrial();
    Run run = one.running();
    RunNode other = new RunNode(one.world);

    blows.forEach(blow -> strike(one, other, run, blow));
    windUp(one, other);

    assertThat(one.now(run).status().isLast()).isTrue();
    assertThat(one.world.signals(run).stream().filter(RunSignal.Type::isLast)).hasSize(1);
    assertThat(one.world.signals(run).getLast().isLast()).isTrue();
    assertThat(one.world.signals(run).getLast().name()).isEqualTo(one.now(run).status().name());
    assertThat(one.world.events(run)).hasSize(3);
    assertThat(one.answers()).hasSize(one.now(run).result().isPresent() ? 1 : 0);
    assertThat(one.node.working() + other.working()).isZero();
    assertThat(one.world.ground.journal().openPens()).isZero();
    assertThat(one.world.usage.underWay()).isZero();
  }

  private static void strike(RunTrial one, RunNode other, Run run, Blow blow) {
    switch (blow) {
      case SPEAKS -> one.call().said("Hm. ");
      case COUNTS -> one.call().counted(3, 2);
      case COMPLETES -> one.call().completed();
      case FAILS -> one.call().failed(Fault.REFUSED);
      case FAILS_FOR_A_WHILE -> one.call().failed(Fault.UNAVAILABLE);
      case IS_CALLED_OFF -> one.cancel(run);
      case TIME_PASSES -> one.node.round();
      case NODE_STOPS -> one.node.stop();
      case NODE_IS_LOST -> other.advance(Duration.ofSeconds(6));
      case NODE_COMES_BACK -> one.node.advance(Duration.ofSeconds(2));
    }
  }

  /** Lets whatever is left come to its end. */
  private static void windUp(RunTrial one, RunNode other) {
    for (int i = 0; i < 4; i++) {
      one.node.advance(Duration.ofSeconds(11));
      one.world.language.calls().forEach(call -> call.failed(Fault.REFUSED));
      other.advance(Duration.ofSeconds(11));
      one.world.language.calls().forEach(call -> call.failed(Fault.REFUSED));
    }
  }

  @Test
  void isCalledOffInTheNextRoundAndKeepsWhatItSaid() {
    Run run = trial.running();
    trial.call().said("Flour, ").counted(5, 2);

    trial.cancel(run);
    assertThat(trial.call().isCancelled()).isFalse();
    trial.node.ring();

    assertThat(trial.call().isCancelled()).isTrue();
    assertThat(trial.now(run).status()).isEqualTo(RunStatus.CANCELLED);
    assertThat(trial.now(run).cancelRequestedAt()).isPresent();
    assertThat(RunTrial.text(trial.answer())).isEqualTo("Flour, ");
    assertThat(trial.answer().metadata().values()).isEqualTo(Map.of("partial", true));
    assertThat(world.signals(run)).endsWith(RunSignal.Type.USAGE, RunSignal.Type.CANCELLED);
  }

  @Test
  void isCalledOffBeforeItSaidAnything() {
    Run run = trial.running();

    trial.cancel(run);
    trial.node.round();

    assertThat(trial.now(run).status()).isEqualTo(RunStatus.CANCELLED);
    assertThat(trial.now(run).result()).isEmpty();
    assertThat(trial.answers()).isEmpty();
  }

  @Test
  void isCalledOffWhileItWaitsToAskAgain() {
    Run run = trial.running();
    trial.call().failed(Fault.UNAVAILABLE);

    trial.cancel(run);
    trial.node.ring();
    trial.node.advance(Duration.ofSeconds(20));

    assertThat(trial.now(run).status()).isEqualTo(RunStatus.CANCELLED);
    assertThat(world.language.calls()).hasSize(1);
  }

  @Test
  void isCalledOffBeforeItsCallBegan() {
    CompletableFuture<Void> begun = new CompletableFuture<>();
    RunNode slow =
        new RunNode(
            world,
            1,
            world.runs(),
            question -> world.ask().handle(question).thenCombine(begun, (call, now) -> call));
    Run run = trial.asked("How?");
    slow.round();

    trial.cancel(run);
    slow.round();
    begun.complete(null);

    assertThat(trial.now(run).status()).isEqualTo(RunStatus.CANCELLED);
    assertThat(trial.call().isCancelled()).isTrue();
    assertThat(trial.call().demand()).isZero();
  }

  @Test
  void runsOutOfTimeAndKeepsWhatItSaid() {
    Run run = trial.running();
    trial.call().said("Flour, ");

    trial.node.advance(Run.MAX_DURATION.minusSeconds(2));
    assertThat(trial.now(run).status()).isEqualTo(RunStatus.RUNNING);
    trial.node.advance(Duration.ofSeconds(3));

    assertThat(trial.now(run).status()).isEqualTo(RunStatus.EXPIRED);
    assertThat(trial.call().isCancelled()).isTrue();
    assertThat(RunTrial.text(trial.answer())).isEqualTo("Flour, ");
    assertThat(trial.answer().metadata().values()).isEqualTo(Map.of("partial", true));
  }

  @Test
  void ignoresWhateverAModelSaysAfterItsEnd() {
    List<Flow.Subscriber<? super ModelEvent>> readers = new ArrayList<>();
    RunNode rude =
        new RunNode(
            world, 1, world.runs(), question -> CompletableFuture.completedFuture(readers::add));
    Run run = trial.asked("How?");
    rude.round();
    Flow.Subscriber<? super ModelEvent> reader = readers.getFirst();
    reader.onNext(new ModelEvent.Said("Flour"));
    reader.onComplete();
    Run ended = trial.now(run);

    reader.onNext(new ModelEvent.Said(" and water"));
    reader.onComplete();
    reader.onError(new ModelCallFailed(Fault.UNAVAILABLE, "Gone."));
    trial.cancel(run);
    rude.advance(Duration.ofSeconds(1));

    assertThat(ended.status()).isEqualTo(RunStatus.COMPLETED);
    assertThat(trial.now(run)).isEqualTo(ended);
    assertThat(world.text(run)).isEqualTo("Flour");
    assertThat(trial.answers()).hasSize(1);
    assertThat(readers).hasSize(1);
  }

  @Test
  void failsWhereWhoAskedMaySpeakThereNoMore() {
    Run run = trial.running();
    trial.call().said("Flour");
    world.leave(trial.alice, trial.conversation);

    trial.call().completed();

    assertThat(trial.now(run).status()).isEqualTo(RunStatus.FAILED);
    assertThat(trial.error(run)).isEqualTo("ACCESS_DENIED");
    assertThat(trial.now(run).result()).isEmpty();
    assertThat(trial.answers()).isEmpty();
  }

  @Test
  void failsWhereTheConversationWasArchivedMeanwhile() {
    Run run = trial.running();
    trial.call().said("Flour");
    world.ground.talks().turn(trial.conversation.home().workspace(), ConversationStatus.ARCHIVED);

    trial.call().completed(FinishReason.STOP);

    assertThat(trial.error(run)).isEqualTo("ARCHIVED");
    assertThat(trial.answers()).isEmpty();
  }

  @Test
  void isCancelledEvenWhereItsWordsCannotBeKept() {
    Run run = trial.running();
    trial.call().said("Flour");
    trial.cancel(run);
    world.leave(trial.alice, trial.conversation);

    trial.node.round();

    assertThat(trial.now(run).status()).isEqualTo(RunStatus.CANCELLED);
    assertThat(trial.now(run).error()).isEmpty();
    assertThat(trial.answers()).isEmpty();
  }

  @Test
  void saysNothingOfAFailureOfOurs() {
    Run run = trial.running();

    trial.call().failed(new IllegalStateException("secret"));

    assertThat(trial.error(run)).isEqualTo("INTERNAL_ERROR");
    assertThat(trial.now(run).error().orElseThrow().detail()).doesNotContain("secret");
  }

  @Test
  void namesEachFaultOfAProviderOnce() {
    assertThat(RunModel.reason(new ModelCallFailed(Fault.KEY_REFUSED, "x")).code())
        .isEqualTo("MODEL_KEY_REFUSED");
    assertThat(RunModel.reason(new ModelCallFailed(Fault.MODEL_UNKNOWN, "x")).code())
        .isEqualTo("MODEL_UNKNOWN");
  }
}
