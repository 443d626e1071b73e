package dev.colloquy.run.testkit;

import static dev.colloquy.shared.testkit.Stages.assertFailureOf;
import static dev.colloquy.shared.testkit.Stages.valueOf;
import static org.assertj.core.api.Assertions.assertThat;

import dev.colloquy.model.domain.ToolRequest;
import dev.colloquy.run.domain.Approval;
import dev.colloquy.run.domain.ApprovalId;
import dev.colloquy.run.domain.HeldRun;
import dev.colloquy.run.domain.Run;
import dev.colloquy.run.domain.RunSignal;
import dev.colloquy.run.domain.RunStatus;
import dev.colloquy.run.domain.Spent;
import dev.colloquy.run.domain.port.out.Approvals;
import dev.colloquy.shared.domain.Actor;
import dev.colloquy.shared.domain.CommonException.Conflict;
import dev.colloquy.shared.domain.KeyScope;
import dev.colloquy.shared.domain.PageRequest;
import dev.colloquy.shared.domain.Role;
import dev.colloquy.shared.domain.UserId;
import dev.colloquy.shared.testkit.Actors;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletionStage;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;

/** What every keeper of approvals does. */
public interface ApprovalsContract {

  /** Long from now: a running application lets no time run out meanwhile. */
  Instant THEN = Instant.parse("2100-03-01T12:00:00.123456Z");

  Instant IN_TIME = THEN.plusSeconds(5);

  RunGround ground();

  Approvals approvals();

  private <T> T within(Supplier<CompletionStage<T>> work) {
    return ground().talks().within(work);
  }

  /** What somebody is asked about a call of a run that waits for it. */
  private Approval asked(RunTalk talk, String call) {
    HeldRun held = ground().held(UUID.randomUUID(), talk);
    Approval asked = asking(held.run(), call);
    return within(
        () ->
            approvals()
                .add(asked)
                .thenCompose(
                    added ->
                        ground()
                            .runs()
                            .suspend(
                                held.hold(),
                                held.run().waiting(Spent.NOTHING, THEN),
                                List.of(RunSignal.approvalRequested(asked))))
                .thenApply(waiting -> asked));
  }

  private Approval asking(Run run, String call) {
    return Approval.of(
        new ApprovalId(ground().ids().next()),
        run,
        new ToolRequest(call, "oven", "{\"bread\": \"rye\"}"),
        THEN);
  }

  private Approval decided(Approval asked, Actor.OfUser who, boolean allowed) {
    return within(() -> approvals().save(asked.decide(who, Set.of(), allowed, IN_TIME)));
  }

  private List<Approval> pending(Actor.OfUser who) {
    return valueOf(approvals().pending(who, PageRequest.first())).items();
  }

  private UserId member(RunTalk talk, Role role) {
    UserId user = ground().talks().user();
    ground().talks().member(talk.conversation().home().workspace(), user, role);
    return user;
  }

  @Test
  default void keepsWhatIsAskedAndWhatIsDecided() {
    RunTalk talk = ground().talk();
    Approval asked = asked(talk, "call_1");

    assertThat(valueOf(approvals().of(asked.run(), "call_1"))).contains(asked);
    assertThat(within(() -> approvals().lock(asked.id()))).contains(asked);
    Approval decided = decided(asked, talk.who(), true);
    assertThat(valueOf(approvals().of(asked.run(), "call_1"))).contains(decided);
    assertThat(decided.decidedBy()).contains(talk.who().user());

    Approval late = within(() -> approvals().save(asked.expire(THEN.plusSeconds(700))));
    assertThat(valueOf(approvals().of(asked.run(), "call_1"))).contains(late);
    assertThat(late.decidedBy()).isEmpty();
  }

  @Test
  default void knowsNothingOfWhatWasNotAsked() {
    Approval asked = asked(ground().talk(), "call_1");

    assertThat(valueOf(approvals().of(asked.run(), "call_2"))).isEmpty();
    assertThat(within(() -> approvals().lock(new ApprovalId(UUID.randomUUID())))).isEmpty();
  }

  @Test
  default void tellsTheNewestOfACallThatWasAskedAboutTwice() {
    RunTalk talk = ground().talk();
    Approval first = asked(talk, "call_1");
    within(() -> approvals().save(first.expire(THEN.plusSeconds(700))));
    Approval again = asking(ground().kept(first.run()), "call_1");
    Approval second = within(() -> approvals().add(again));

    assertThat(valueOf(approvals().of(first.run(), "call_1"))).contains(second);
  }

  @Test
  default void showsWhatIsOpenToWhoMayDecideAndToNobodyElse() {
    RunTalk talk = ground().talk();
    Approval asked = asked(talk, "call_1");
    UserId admin = member(talk, Role.ADMIN);
    UserId editor = member(talk, Role.EDITOR);

    assertThat(pending(talk.who())).containsExactly(asked);
    assertThat(pending(Actors.person(admin))).containsExactly(asked);
    assertThat(pending(Actors.person(editor))).isEmpty();
    assertThat(pending(Actors.person(ground().talks().user()))).isEmpty();
  }

  @Test
  default void showsAKeyWhatStandsInItsWorkspace() {
    RunTalk talk = ground().talk();
    Approval asked = asked(talk, "call_1");
    UserId user = talk.who().user();

    assertThat(
            pending(
                Actors.keyFor(
                    talk.conversation().home().workspace(), user, KeyScope.READ, KeyScope.RUN)))
        .containsExactly(asked);
    assertThat(
            pending(
                Actors.keyFor(ground().talks().workspace(user), user, KeyScope.READ, KeyScope.RUN)))
        .isEmpty();
  }

  @Test
  default void showsNothingThatIsDecidedOrForWhichNoRunWaits() {
    RunTalk talk = ground().talk();
    decided(asked(talk, "call_1"), talk.who(), false);
    assertThat(pending(talk.who())).isEmpty();

    RunTalk other = ground().talk();
    Approval open = asked(other, "call_1");
    Run waiting = ground().kept(open.run());
    assertThat(waiting.status()).isEqualTo(RunStatus.WAITING_APPROVAL);
    within(() -> ground().runs().resume(waiting.resumed(other.who(), true, IN_TIME)));
    assertThat(pending(other.who())).isEmpty();
  }

  @Test
  default void showsPageByPageTheNewestFirst() {
    UserId admin = ground().talks().user();
    List<Approval> asked = new ArrayList<>();
    for (int i = 0; i < 3; i++) {
      RunTalk talk = ground().talk();
      ground().talks().member(talk.conversation().home().workspace(), admin, Role.ADMIN);
      asked.addFirst(asked(talk, "call_1"));
    }

    List<Approval> shown = new ArrayList<>();
    Optional<PageRequest> next = Optional.of(new PageRequest(2, Optional.empty()));
    while (next.isPresent()) {
      var page = valueOf(approvals().pending(Actors.person(admin), next.get()));
      shown.addAll(page.items());
      next = page.next().map(it -> new PageRequest(2, Optional.of(it)));
    }

    assertThat(shown).isEqualTo(asked);
  }

  @Test
  default void findsThoseWhoseTimeIsUp() {
    RunTalk talk = ground().talk();
    Approval asked = asked(talk, "call_1");
    Approval answered = asked(ground().talk(), "call_1");
    within(() -> approvals().save(answered.expire(THEN)));

    assertThat(within(() -> approvals().overdue(asked.expiresAt(), 1_000)))
        .extracting(Approval::id)
        .doesNotContain(asked.id());
    assertThat(within(() -> approvals().overdue(asked.expiresAt().plusSeconds(1), 1_000)))
        .contains(asked)
        .extracting(Approval::id)
        .doesNotContain(answered.id());
    within(() -> approvals().save(asked.expire(THEN)));
  }

  @Test
  default void keepsNothingOfAUnitOfWorkThatFailsAndNothingOutsideOfOne() {
    RunTalk talk = ground().talk();
    Run run = ground().queued(talk);
    Approval asked = asking(run, "call_1");

    CompletionStage<Approval> failing =
        ground()
            .talks()
            .unitOfWork()
            .inTransaction(
                () ->
                    approvals()
                        .add(asked)
                        .thenApply(
                            added -> {
                              throw new Conflict();
                            }));

    assertFailureOf(failing).isInstanceOf(Conflict.class);
    assertThat(valueOf(approvals().of(run.id(), "call_1"))).isEmpty();
    assertFailureOf(approvals().add(asked)).isInstanceOf(IllegalStateException.class);
    assertFailureOf(approvals().save(asked)).isInstanceOf(IllegalStateException.class);
    assertFailureOf(approvals().lock(asked.id())).isInstanceOf(IllegalStateException.class);
    assertFailureOf(approvals().overdue(THEN, 1)).isInstanceOf(IllegalStateException.class);
  }
}
