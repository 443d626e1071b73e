package dev.colloquy.run.testkit;

import static dev.colloquy.conversation.testkit.ConversationFixtures.NOON;
import static dev.colloquy.shared.testkit.Stages.assertFailureOf;
import static dev.colloquy.shared.testkit.Stages.valueOf;
import static org.assertj.core.api.Assertions.assertThat;

import dev.colloquy.run.domain.Ending;
import dev.colloquy.run.domain.HeldRun;
import dev.colloquy.run.domain.Hold;
import dev.colloquy.run.domain.Run;
import dev.colloquy.run.domain.RunError;
import dev.colloquy.run.domain.RunId;
import dev.colloquy.run.domain.RunSignal;
import dev.colloquy.run.domain.RunStatus;
import dev.colloquy.run.domain.Spent;
import dev.colloquy.run.domain.StreamEntry;
import dev.colloquy.run.domain.StreamPlace;
import dev.colloquy.run.domain.port.out.Runs.Kept;
import dev.colloquy.shared.domain.Change;
import dev.colloquy.shared.domain.CommonException.Conflict;
import dev.colloquy.shared.domain.Page;
import dev.colloquy.shared.domain.PageRequest;
import dev.colloquy.shared.domain.WorkspaceId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletionStage;
import org.junit.jupiter.api.Test;

/** What every keeper of runs does. */
public interface RunsContract {

  Instant LATER = NOON.plusSeconds(7);

  RunGround ground();

  private UUID node() {
    return UUID.randomUUID();
  }

  private <T> T within(java.util.function.Supplier<CompletionStage<T>> work) {
    return ground().talks().within(work);
  }

  private CompletionStage<Void> end(Hold hold, Change<Run> ended) {
    return ground()
        .talks()
        .unitOfWork()
        .inTransaction(
            () -> ground().runs().end(hold, ended, List.of(RunSignal.ended(ended.now()))));
  }

  private static Change<Run> failed(Run run) {
    return run.end(new Ending.Broken(RunError.EMPTY), Optional.empty(), Spent.NOTHING, LATER);
  }

  private List<StreamEntry> stream(RunId run) {
    return valueOf(ground().journal().page(run, StreamPlace.BEGINNING, 200));
  }

  private List<Object> events(RunTalk talk, String type) {
    return ground().talks().written(talk.conversation().id(), type).stream()
        .<Object>map(it -> String.valueOf(it.get("id")))
        .toList();
  }

  @Test
  default void findsARunAsItWasAdded() {
    RunTalk talk = ground().talk();
    Change<Run> fresh = ground().fresh(talk);

    within(() -> ground().runs().add(fresh));

    assertThat(ground().kept(fresh.now().id())).isEqualTo(fresh.now());
    assertThat(within(() -> ground().runs().lock(fresh.now().id()))).contains(fresh.now());
    assertThat(events(talk, "run.queued")).containsExactly(fresh.now().id().toString());
    assertThat(valueOf(ground().runs().find(new RunId(node())))).isEmpty();
  }

  @Test
  default void keepsWhatANodeHoldsFromTheBeginning() {
    RunTalk talk = ground().talk();
    UUID node = node();
    Change<Run> begun = ground().fresh(talk).then(run -> run.takenUp(LATER));

    HeldRun held = within(() -> ground().runs().addTakenUp(begun, node));

    assertThat(ground().takenUp(node(), talk)).isEmpty();
    assertThat(held.run()).isEqualTo(begun.now());
    assertThat(ground().kept(held.run().id())).isEqualTo(begun.now());
    assertThat(valueOf(ground().runs().renew(node, Set.of(held.run().id()))))
        .containsExactly(new Kept(held.hold(), false));
    assertThat(events(talk, "run.queued")).containsExactly(held.run().id().toString());
    assertThat(events(talk, "run.started")).containsExactly(held.run().id().toString());
    valueOf(end(held.hold(), failed(held.run())).thenApply(ended -> true));
    assertThat(ground().kept(held.run().id()).status()).isEqualTo(RunStatus.FAILED);
  }

  @Test
  default void takesOverWhatWasHeldFromTheBeginningOnceItsNodeIsLost() {
    RunTalk talk = ground().talk();
    UUID node = node();
    Change<Run> begun = ground().fresh(talk).then(run -> run.takenUp(LATER));
    HeldRun held = within(() -> ground().runs().addTakenUp(begun, node));
    ground().lose(node);

    assertThat(ground().takenUp(node(), talk))
        .singleElement()
        .satisfies(it -> assertThat(it.run().attempt()).isEqualTo(2));
    assertFailureOf(end(held.hold(), failed(held.run()))).isInstanceOf(Conflict.class);
  }

  @Test
  default void keepsNothingOfAUnitOfWorkThatFails() {
    RunTalk talk = ground().talk();
    Change<Run> fresh = ground().fresh(talk);

    CompletionStage<Run> added =
        ground()
            .talks()
            .unitOfWork()
            .inTransaction(
                () ->
                    ground()
                        .runs()
                        .add(fresh)
                        .thenApply(
                            it -> {
                              throw new Conflict();
                            }));

    assertFailureOf(added).isInstanceOf(Conflict.class);
    assertThat(valueOf(ground().runs().find(fresh.now().id()))).isEmpty();
    assertThat(events(talk, "run.queued")).isEmpty();
  }

  @Test
  default void writesInAUnitOfWorkOnly() {
    Change<Run> fresh = ground().fresh(ground().talk());

    assertFailureOf(ground().runs().add(fresh)).isInstanceOf(IllegalStateException.class);
  }

  @Test
  default void knowsWhatHasNotEndedTheOldestFirst() {
    RunTalk talk = ground().talk();
    HeldRun first = ground().held(node(), talk);
    Run second = ground().queued(talk);
    Run third = ground().queued(talk);
    within(() -> ground().runs().save(second.cancel(talk.who(), LATER)));

    List<Run> unfinished = within(() -> ground().runs().unfinished(talk.conversation().id()));

    assertThat(unfinished).containsExactly(first.run(), third);
  }

  @Test
  default void callsOffWhatWaitsAndEndsItsStream() {
    RunTalk talk = ground().talk();
    Run run = ground().queued(talk);

    Run cancelled = within(() -> ground().runs().save(run.cancel(talk.who(), LATER)));

    assertThat(ground().kept(run.id())).isEqualTo(cancelled);
    assertThat(events(talk, "run.cancelled")).containsExactly(run.id().toString());
    assertThat(stream(run.id()))
        .containsExactly(new StreamEntry(new StreamPlace(1, 1), RunSignal.ended(cancelled)));
  }

  @Test
  default void callsOffNothingThatANodeTookUpMeanwhile() {
    RunTalk talk = ground().talk();
    Run run = ground().queued(talk);
    ground().takenUp(node(), talk);

    assertFailureOf(
            ground()
                .talks()
                .unitOfWork()
                .inTransaction(() -> ground().runs().save(run.cancel(talk.who(), LATER))))
        .isInstanceOf(Conflict.class);
    assertThat(ground().kept(run.id()).status()).isEqualTo(RunStatus.RUNNING);
    assertThat(stream(run.id())).isEmpty();
  }

  @Test
  default void notesTheFirstWishToCancel() {
    RunTalk talk = ground().talk();
    HeldRun held = ground().held(node(), talk);

    within(() -> ground().runs().requestCancel(held.run(), LATER));
    within(() -> ground().runs().requestCancel(held.run(), LATER.plusSeconds(1)));

    assertThat(ground().kept(held.run().id()).cancelRequestedAt()).contains(LATER);
    assertThat(valueOf(ground().runs().renew(held.hold().node(), Set.of(held.run().id()))))
        .containsExactly(new Kept(held.hold(), true));
  }

  @Test
  default void isHeldByNobodyWhileItWaits() {
    RunTalk talk = ground().talk();
    UUID node = node();
    HeldRun held = ground().held(node, talk);
    Change<Run> waiting = held.run().waiting(Spent.NOTHING, NOON);

    suspend(held, waiting);

    assertThat(ground().kept(held.run().id())).isEqualTo(waiting.now());
    assertThat(ground().takenUp(node(), talk)).isEmpty();
    assertThat(valueOf(ground().runs().renew(node, Set.of(held.run().id())))).isEmpty();
    assertThat(within(() -> ground().runs().unfinished(talk.conversation().id())))
        .containsExactly(waiting.now());
    assertThat(stream(held.run().id()))
        .extracting(it -> it.signal().data().get("content"))
        .containsExactly("I wait.");
  }

  @Test
  default void isTakenUpAgainOnceItGoesOn() {
    RunTalk talk = ground().talk();
    UUID node = node();
    HeldRun held = ground().held(node, talk);
    Run waiting = held.run().waiting(Spent.NOTHING, NOON).now();
    suspend(held, held.run().waiting(Spent.NOTHING, NOON));
    Change<Run> queued = waiting.resumed(talk.who(), false, NOON);

    within(() -> ground().runs().resume(queued));
    Run wanted = within(() -> ground().runs().requestCancel(queued.now(), NOON));
    Run again = ground().takenUp(node(), talk).getFirst().run();

    assertThat(wanted.cancelRequestedAt()).contains(NOON);
    assertThat(again.attempt()).isEqualTo(2);
    assertThat(again.wasResumed()).isTrue();
    assertThat(again.waits()).isEqualTo(queued.now().waits());
  }

  @Test
  default void waitsAndGoesOnInTurnOnly() {
    RunTalk talk = ground().talk();
    UUID node = node();
    HeldRun held = ground().held(node, talk);
    Run waiting = held.run().waiting(Spent.NOTHING, NOON).now();
    Hold older = new Hold(held.run().id(), node, held.hold().epoch() - 1);

    assertFailureOf(
            ground()
                .talks()
                .unitOfWork()
                .inTransaction(
                    () ->
                        ground()
                            .runs()
                            .suspend(older, held.run().waiting(Spent.NOTHING, NOON), List.of())))
        .isInstanceOf(Conflict.class);
    assertFailureOf(
            ground()
                .talks()
                .unitOfWork()
                .inTransaction(
                    () -> ground().runs().resume(waiting.resumed(talk.who(), false, NOON))))
        .isInstanceOf(Conflict.class);
  }

  private void suspend(HeldRun held, Change<Run> waiting) {
    ground()
        .talks()
        .within(
            () ->
                ground()
                    .runs()
                    .suspend(held.hold(), waiting, List.of(RunSignal.said("I wait.")))
                    .thenApply(done -> true));
  }

  @Test
  default void notesNoWishForWhatDoesNotRun() {
    RunTalk talk = ground().talk();
    Run run = ground().queued(talk);

    assertFailureOf(
            ground()
                .talks()
                .unitOfWork()
                .inTransaction(() -> ground().runs().requestCancel(run, LATER)))
        .isInstanceOf(Conflict.class);
  }

  @Test
  default void takesUpWhatWaitsAndSaysSo() {
    RunTalk talk = ground().talk();
    Run run = ground().queued(talk);
    UUID node = node();

    List<HeldRun> taken = ground().takenUp(node, talk);

    assertThat(taken).hasSize(1);
    assertThat(taken.getFirst().run()).isEqualTo(run.takenUp(NOON).now());
    assertThat(taken.getFirst().hold()).isEqualTo(new Hold(run.id(), node, 1));
    assertThat(ground().kept(run.id())).isEqualTo(taken.getFirst().run());
    assertThat(events(talk, "run.started")).containsExactly(run.id().toString());
  }

  @Test
  default void takesUpNoTwoOfOneConversation() {
    RunTalk talk = ground().talk();
    Run first = ground().queued(talk);
    Run second = ground().queued(talk);

    assertThat(ground().takenUp(node(), talk))
        .extracting(it -> it.run().id())
        .containsExactly(first.id());
    assertThat(ground().takenUp(node(), talk)).isEmpty();
    assertThat(ground().kept(second.id()).status()).isEqualTo(RunStatus.QUEUED);
  }

  @Test
  default void takesUpTheNextOnceTheOneBeforeHasEnded() {
    RunTalk talk = ground().talk();
    HeldRun first = ground().held(node(), talk);
    Run second = ground().queued(talk);
    valueOf(end(first.hold(), failed(first.run())));

    assertThat(ground().takenUp(node(), talk))
        .extracting(it -> it.run().id())
        .containsExactly(second.id());
  }

  @Test
  default void takesUpAgainWhatLostItsNode() {
    RunTalk talk = ground().talk();
    HeldRun first = ground().held(node(), talk);
    ground().queued(talk);
    ground().lose(first.hold().node());
    UUID other = node();

    List<HeldRun> again = ground().takenUp(other, talk);

    assertThat(again)
        .extracting(HeldRun::hold)
        .containsExactly(new Hold(first.run().id(), other, 2));
    assertThat(again.getFirst().run().attempt()).isEqualTo(2);
    assertThat(again.getFirst().run().startedAt()).isEqualTo(first.run().startedAt());
    assertThat(events(talk, "run.started")).hasSize(1);
  }

  @Test
  default void leavesAloneWhatIsRenewed() {
    RunTalk talk = ground().talk();
    HeldRun held = ground().held(node(), talk);
    ground().lose(held.hold().node());

    assertThat(valueOf(ground().runs().renew(held.hold().node(), Set.of(held.run().id()))))
        .containsExactly(new Kept(held.hold(), false));
    assertThat(ground().takenUp(node(), talk)).isEmpty();
  }

  @Test
  default void takesNothingUpAgainThatItWorksOn() {
    RunTalk talk = ground().talk();
    UUID node = node();
    HeldRun held = ground().held(node, talk);
    ground().lose(node);

    assertThat(ground().takenUp(node, Set.of(held.run().id()), talk)).isEmpty();
    assertThat(ground().takenUp(node(), talk)).hasSize(1);
  }

  @Test
  default void takesUpAgainWhatTheNodeItselfHasLetGo() {
    RunTalk talk = ground().talk();
    HeldRun held = ground().held(node(), talk);
    UUID node = held.hold().node();
    ground().lose(node);
    valueOf(ground().runs().renew(node, Set.of()));

    assertThat(ground().takenUp(node(), talk)).isEmpty();
    assertThat(ground().takenUp(node, Set.of(held.run().id()), talk)).isEmpty();
    assertThat(ground().takenUp(node, talk))
        .extracting(HeldRun::hold)
        .containsExactly(new Hold(held.run().id(), node, 2));
  }

  @Test
  default void leavesAloneForALeasesTimeWhatWasJustTakenUp() {
    RunTalk talk = ground().talk();
    HeldRun held = ground().held(node(), talk);

    assertThat(ground().takenUp(node(), talk)).isEmpty();
    assertThat(ground().takenUp(held.hold().node(), talk)).isEmpty();
  }

  @Test
  default void renewsNothingThatIsAnothersOrHasEnded() {
    HeldRun lost = ground().held(node(), ground().talk());
    RunTalk talk = ground().talk();
    HeldRun ended = ground().held(lost.hold().node(), talk);
    valueOf(end(ended.hold(), failed(ended.run())));

    assertThat(valueOf(ground().runs().renew(node(), Set.of(lost.run().id())))).isEmpty();
    assertThat(valueOf(ground().runs().renew(lost.hold().node(), Set.of(ended.run().id()))))
        .isEmpty();
  }

  @Test
  default void letsGoOfAllThatANodeHolds() {
    RunTalk talk = ground().talk();
    HeldRun held = ground().held(node(), talk);

    valueOf(ground().runs().release(held.hold().node()));

    assertThat(ground().takenUp(node(), talk))
        .extracting(it -> it.hold().epoch())
        .containsExactly(2L);
  }

  @Test
  default void endsARunWithItsEventAndTheLastOfItsStream() {
    RunTalk talk = ground().talk();
    HeldRun held = ground().held(node(), talk);
    valueOf(ground().journal().open(held.run(), held.hold()).write(RunSignal.said("Hm")));
    Change<Run> ended = failed(held.run());

    valueOf(end(held.hold(), ended));

    assertThat(ground().kept(held.run().id())).isEqualTo(ended.now());
    assertThat(events(talk, "run.failed")).containsExactly(held.run().id().toString());
    assertThat(stream(held.run().id()))
        .containsExactly(
            new StreamEntry(new StreamPlace(1, 1), RunSignal.said("Hm")),
            new StreamEntry(new StreamPlace(1, 2), RunSignal.ended(ended.now())));
  }

  @Test
  default void endsARunThatSomebodyWantedToEndMeanwhile() {
    RunTalk talk = ground().talk();
    HeldRun held = ground().held(node(), talk);
    within(() -> ground().runs().requestCancel(held.run(), LATER));

    valueOf(end(held.hold(), failed(held.run())));

    assertThat(ground().kept(held.run().id()).status()).isEqualTo(RunStatus.FAILED);
    assertThat(ground().kept(held.run().id()).cancelRequestedAt()).contains(LATER);
  }

  @Test
  default void writesNothingUnderAHoldThatIsNotTheLatest() {
    RunTalk talk = ground().talk();
    HeldRun stale = ground().held(node(), talk);
    ground().lose(stale.hold().node());
    HeldRun latest = ground().takenUp(node(), talk).getFirst();

    assertFailureOf(end(stale.hold(), failed(stale.run()))).isInstanceOf(Conflict.class);

    assertThat(ground().kept(stale.run().id())).isEqualTo(latest.run());
    assertThat(events(talk, "run.failed")).isEmpty();
    assertThat(stream(stale.run().id())).isEmpty();
  }

  @Test
  default void endsARunOnce() {
    HeldRun held = ground().held(node(), ground().talk());
    Change<Run> ended = failed(held.run());
    valueOf(end(held.hold(), ended));

    assertFailureOf(end(held.hold(), ended)).isInstanceOf(Conflict.class);

    assertThat(stream(held.run().id())).hasSize(1);
  }

  @Test
  default void listsAConversationsRunsTheNewestFirst() {
    RunTalk talk = ground().talk();
    List<Run> runs = List.of(ground().queued(talk), ground().queued(talk), ground().queued(talk));
    ground().queued(ground().talk());

    Page<Run> page =
        valueOf(ground().runs().of(talk.conversation().id(), new PageRequest(2, Optional.empty())));
    Page<Run> rest =
        valueOf(ground().runs().of(talk.conversation().id(), new PageRequest(2, page.next())));

    assertThat(page.items()).containsExactly(runs.get(2), runs.get(1));
    assertThat(rest.items()).containsExactly(runs.get(0));
    assertThat(rest.next()).isEmpty();
  }

  private List<Run> mine(RunTalk talk, Optional<WorkspaceId> within, Optional<RunStatus> status) {
    return valueOf(
            ground().runs().startedBy(talk.who().user(), within, status, PageRequest.first()))
        .items();
  }

  @Test
  default void listsWhatAUserStartedByWorkspaceAndStatus() {
    RunTalk talk = ground().talk();
    Run running = ground().held(node(), talk).run();
    Run waiting = ground().queued(talk);
    ground().queued(ground().talk());

    assertThat(mine(talk, Optional.empty(), Optional.empty())).containsExactly(waiting, running);
    assertThat(mine(talk, Optional.of(running.workspace()), Optional.empty())).hasSize(2);
    assertThat(mine(talk, Optional.of(new WorkspaceId(node())), Optional.empty())).isEmpty();
    assertThat(mine(talk, Optional.empty(), Optional.of(RunStatus.QUEUED)))
        .containsExactly(waiting);
  }

  @Test
  default void pagesThroughWhatAUserStarted() {
    RunTalk talk = ground().talk();
    Run first = ground().queued(talk);
    Run second = ground().queued(talk);

    Page<Run> page =
        valueOf(
            ground()
                .runs()
                .startedBy(
                    talk.who().user(),
                    Optional.empty(),
                    Optional.empty(),
                    new PageRequest(1, Optional.empty())));
    Page<Run> rest =
        valueOf(
            ground()
                .runs()
                .startedBy(
                    talk.who().user(),
                    Optional.empty(),
                    Optional.empty(),
                    new PageRequest(1, page.next())));

    assertThat(page.items()).containsExactly(second);
    assertThat(rest.items()).containsExactly(first);
  }
}
