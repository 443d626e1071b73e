package dev.colloquy.run.domain;

import static dev.colloquy.run.domain.SomeRuns.ADA;
import static dev.colloquy.run.domain.SomeRuns.ANSWER;
import static dev.colloquy.run.domain.SomeRuns.LATER;
import static dev.colloquy.run.domain.SomeRuns.NOON;
import static dev.colloquy.run.domain.SomeRuns.SOME;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.colloquy.run.domain.RunException.RunNotFinished;
import dev.colloquy.shared.domain.Actor;
import dev.colloquy.shared.domain.Change;
import dev.colloquy.shared.domain.DomainEvent;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

final class RunTest {

  private static List<Arguments> endings() {
    return List.of(
        Arguments.of(new Ending.Complete(), RunStatus.COMPLETED, Optional.empty()),
        Arguments.of(
            new Ending.Broken(RunError.EMPTY), RunStatus.FAILED, Optional.of(RunError.EMPTY)),
        Arguments.of(new Ending.CalledOff(), RunStatus.CANCELLED, Optional.empty()),
        Arguments.of(new Ending.OutOfTime(), RunStatus.EXPIRED, Optional.empty()));
  }

  private static DomainEvent only(Change<Run> change) {
    assertThat(change.events()).hasSize(1);
    return change.events().getFirst();
  }

  @Test
  void waitsUntilANodeTakesItUp() {
    Run first = SomeRuns.queued();

    Change<Run> queued =
        Run.queue(
            ADA,
            first.id(),
            first.conversation(),
            first.workspace(),
            first.order(),
            Optional.empty(),
            NOON);

    assertThat(queued.now()).isEqualTo(first);
    assertThat(first.status()).isEqualTo(RunStatus.QUEUED);
    assertThat(first.attempt()).isZero();
    assertThat(first.version()).isEqualTo(1);
    assertThat(first.startedBy()).isEqualTo(ADA.user());
    assertThat(first.deadline()).isEmpty();
    assertThat(only(queued).type()).isEqualTo("run.queued");
    assertThat(only(queued).actor()).isEqualTo(ADA);
  }

  @Test
  void tellsOfItsBeginningOnceHoweverOftenItIsTakenUp() {
    Change<Run> first = SomeRuns.queued().takenUp(LATER);
    Change<Run> second = first.now().takenUp(LATER.plusSeconds(9));

    assertThat(only(first).type()).isEqualTo("run.started");
    assertThat(second.events()).isEmpty();
    assertThat(second.now().attempt()).isEqualTo(2);
    assertThat(second.now().startedAt()).contains(LATER);
    assertThat(second.now().deadline()).contains(LATER.plus(Run.MAX_DURATION));
    assertThat(second.now().version()).isEqualTo(3);
  }

  @Test
  void goesOnUntilItWasTakenUpTooOften() {
    Run run = SomeRuns.running();
    while (run.attempt() < Run.MAX_ATTEMPTS) {
      run = run.takenUp(LATER).now();
    }

    assertThat(run.mayGoOn()).isTrue();
    assertThat(run.takenUp(LATER).now().mayGoOn()).isFalse();
  }

  @Test
  void speaksAsItsModelOnBehalfOfWhoAsked() {
    Run run = SomeRuns.running();

    Actor.Agent agent = run.agent();

    assertThat(agent.user()).isEqualTo(ADA.user());
    assertThat(agent.boundTo()).contains(run.workspace());
    assertThat(agent.origin().command()).isEqualTo(run.id().value());
    assertThat(agent.origin().startedAt()).isEqualTo(LATER);
  }

  @ParameterizedTest
  @MethodSource("endings")
  void endsInOneOfFourWays(Ending how, RunStatus status, Optional<RunError> error) {
    Change<Run> ended = SomeRuns.running().end(how, Optional.of(ANSWER), SOME, LATER);

    assertThat(ended.now().status()).isEqualTo(status).isEqualTo(how.status());
    assertThat(ended.now().error()).isEqualTo(error).isEqualTo(how.error());
    assertThat(ended.now().result()).contains(ANSWER);
    assertThat(ended.now().finishedAt()).contains(LATER);
    assertThat(only(ended).actor()).isInstanceOf(Actor.Agent.class);
  }

  @Test
  void countsWhatAllItsAttemptsHaveTaken() {
    Run once = SomeRuns.running().end(new Ending.Complete(), Optional.empty(), SOME, LATER).now();

    Run twice = once.end(new Ending.Complete(), Optional.empty(), SOME, LATER).now();

    assertThat(twice.spent()).isEqualTo(SOME.plus(SOME));
    assertThat(twice.spent().tokens().completionTokens()).isEqualTo(14);
    assertThat(twice.spent().cost()).isEqualByComparingTo("0.0024");
  }

  @Test
  void isCalledOffByWhomeverWhileItWaits() {
    Change<Run> cancelled = SomeRuns.queued().cancel(ADA, LATER);

    assertThat(cancelled.now().status()).isEqualTo(RunStatus.CANCELLED);
    assertThat(cancelled.now().cancelRequestedAt()).contains(LATER);
    assertThat(cancelled.now().finishedAt()).contains(LATER);
    assertThat(cancelled.now().startedAt()).isEmpty();
    assertThat(only(cancelled).actor()).isEqualTo(ADA);
  }

  @Test
  void isDoneAgainOnlyOnceItHasEnded() {
    Run ended = SomeRuns.ended(new Ending.CalledOff());

    assertThat(ended.again()).isEqualTo(ended.order());
    assertThatExceptionOfType(RunNotFinished.class).isThrownBy(() -> SomeRuns.queued().again());
    assertThatExceptionOfType(RunNotFinished.class).isThrownBy(() -> SomeRuns.running().again());
  }

  @ParameterizedTest
  @EnumSource(RunStatus.class)
  void staysInItsLastStateOnly(RunStatus status) {
    boolean open =
        Set.of(RunStatus.QUEUED, RunStatus.RUNNING, RunStatus.WAITING_APPROVAL).contains(status);

    assertThat(status.isLast()).isEqualTo(!open);
  }

  @Test
  void refusesWithStableCodes() {
    RunId id = new RunId(UUID.randomUUID());

    assertThat(new RunException.RunInProgress(id).code()).isEqualTo("RUN_IN_PROGRESS");
    assertThat(new RunException.RunInProgress(id).parameters())
        .containsEntry("run_id", id.toString());
    assertThat(new RunException.RunQueueFull().code()).isEqualTo("RUN_QUEUE_FULL");
    assertThat(new RunException.RunQueueFull().parameters())
        .containsEntry("maximum", Run.MAX_WAITING);
    assertThat(new RunNotFinished().code()).isEqualTo("RUN_NOT_FINISHED");
  }
}
