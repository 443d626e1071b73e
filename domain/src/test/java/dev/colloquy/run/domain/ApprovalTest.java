package dev.colloquy.run.domain;

import static dev.colloquy.run.domain.SomeRuns.ADA;
import static dev.colloquy.run.domain.SomeRuns.LATER;
import static dev.colloquy.run.domain.SomeRuns.NOON;
import static dev.colloquy.run.domain.SomeRuns.SOME;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.colloquy.model.domain.ToolRequest;
import dev.colloquy.run.domain.RunException.ApprovalNotPending;
import dev.colloquy.shared.domain.Actor;
import dev.colloquy.shared.domain.Change;
import dev.colloquy.shared.domain.CommonException.AccessDenied;
import dev.colloquy.shared.domain.Role;
import dev.colloquy.shared.domain.SomeActors;
import java.time.Instant;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

final class ApprovalTest {

  private static final Set<Role> NOTHING = Set.of();

  private final Run run = SomeRuns.running();
  private final Approval asked =
      Approval.of(
          new ApprovalId(UUID.randomUUID()),
          run,
          new ToolRequest("call_1", "oven", "{\"bread\": \"rye\"}"),
          NOON);

  @Test
  void waitsTenMinutesForWhoStartedTheRun() {
    assertThat(asked.status()).isEqualTo(ApprovalStatus.PENDING);
    assertThat(asked.startedBy()).isEqualTo(ADA.user());
    assertThat(asked.workspace()).isEqualTo(run.workspace());
    assertThat(asked.expiresAt()).isEqualTo(NOON.plusSeconds(600));
    assertThat(asked.decidedBy()).isEmpty();
    assertThat(asked.decidedAt()).isEmpty();
  }

  @Test
  void isDecidedByWhoStartedTheRun() {
    Approval yes = asked.decide(ADA, NOTHING, true, LATER);
    Approval no = asked.decide(ADA, NOTHING, false, LATER);

    assertThat(yes.status()).isEqualTo(ApprovalStatus.APPROVED);
    assertThat(yes.decidedBy()).contains(ADA.user());
    assertThat(yes.decidedAt()).contains(LATER);
    assertThat(yes.request()).isEqualTo(asked.request());
    assertThat(no.status()).isEqualTo(ApprovalStatus.DENIED);
  }

  @ParameterizedTest
  @EnumSource
  void isDecidedByWhoManagesTheWorkspace(Role role) {
    Actor.Person other = SomeActors.person();

    if (role == Role.OWNER || role == Role.ADMIN) {
      assertThat(asked.decide(other, Set.of(role), true, LATER).decidedBy()).contains(other.user());
    } else {
      assertThatThrownBy(() -> asked.decide(other, Set.of(role), true, LATER))
          .isInstanceOf(AccessDenied.class);
    }
  }

  @Test
  void isDecidedByNoModel() {
    assertThatThrownBy(() -> asked.decide(run.agent(), Set.of(Role.OWNER), true, LATER))
        .isInstanceOf(AccessDenied.class);
  }

  @Test
  void isDecidedOnceAndInTime() {
    Approval decided = asked.decide(ADA, NOTHING, false, LATER);
    Instant late = asked.expiresAt().plusNanos(1);

    assertThatThrownBy(() -> decided.decide(ADA, NOTHING, true, LATER))
        .isInstanceOf(ApprovalNotPending.class);
    assertThatThrownBy(() -> asked.decide(ADA, NOTHING, true, late))
        .isInstanceOf(ApprovalNotPending.class);
    assertThat(asked.decide(ADA, NOTHING, true, asked.expiresAt()).status())
        .isEqualTo(ApprovalStatus.APPROVED);
  }

  @Test
  void isDecidedByTimeWhereNobodySaysAnything() {
    Approval expired = asked.expire(LATER);

    assertThat(expired.status()).isEqualTo(ApprovalStatus.EXPIRED);
    assertThat(expired.decidedBy()).isEmpty();
    assertThat(expired.decidedAt()).contains(LATER);
  }

  @Test
  void letsARunWaitWithoutItsTimePassing() {
    Run waiting = run.waiting(SOME, LATER).now();
    Instant muchLater = LATER.plusSeconds(500);
    Change<Run> resumed = waiting.resumed(ADA, false, muchLater);
    Run again = resumed.now().takenUp(muchLater).now();

    assertThat(waiting.status()).isEqualTo(RunStatus.WAITING_APPROVAL);
    assertThat(waiting.waits().count()).isEqualTo(1);
    assertThat(waiting.waits().lastAttempt()).isEqualTo(1);
    assertThat(resumed.now().status()).isEqualTo(RunStatus.QUEUED);
    assertThat(again.waits().resumedAt()).contains(muchLater);
    assertThat(again.wasResumed()).isTrue();
    assertThat(again.deadline()).contains(muchLater.plus(Run.MAX_DURATION));
    assertThat(again.mayGoOn()).isTrue();
  }

  @Test
  void countsNoWaitAsAnAttemptThatWasLost() {
    Run it = run;
    for (int i = 0; i < 10; i++) {
      it = it.waiting(Spent.NOTHING, LATER).now();
      it = it.resumed(ADA, false, LATER).now().takenUp(LATER).now();
    }

    assertThat(it.waits().count()).isEqualTo(10);
    assertThat(it.attempt()).isEqualTo(11);
    assertThat(it.mayGoOn()).isTrue();
    Run lost = it.takenUp(LATER).now();
    assertThat(lost.wasResumed()).isFalse();
    assertThat(lost.takenUp(LATER).now().mayGoOn()).isTrue();
    assertThat(lost.takenUp(LATER).now().takenUp(LATER).now().mayGoOn()).isFalse();
  }

  @Test
  void goesOnOnlyToEndWhereItIsCalledOffMeanwhile() {
    Run calledOff = run.waiting(SOME, LATER).now().resumed(ADA, true, LATER).now();

    assertThat(calledOff.status()).isEqualTo(RunStatus.QUEUED);
    assertThat(calledOff.cancelRequestedAt()).contains(LATER);
  }
}
