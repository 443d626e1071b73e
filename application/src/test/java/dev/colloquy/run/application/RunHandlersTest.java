package dev.colloquy.run.application;

import static dev.colloquy.shared.testkit.Stages.assertFailureOf;
import static dev.colloquy.shared.testkit.Stages.valueOf;
import static org.assertj.core.api.Assertions.assertThat;

import dev.colloquy.conversation.domain.Content;
import dev.colloquy.conversation.domain.Conversation;
import dev.colloquy.conversation.domain.ConversationStatus;
import dev.colloquy.conversation.domain.Message;
import dev.colloquy.conversation.domain.MessageRole;
import dev.colloquy.model.domain.Model;
import dev.colloquy.model.domain.ModelException.NoModel;
import dev.colloquy.run.domain.Ending;
import dev.colloquy.run.domain.HeldRun;
import dev.colloquy.run.domain.Importance;
import dev.colloquy.run.domain.OnConflict;
import dev.colloquy.run.domain.Run;
import dev.colloquy.run.domain.RunException.QuestionDeleted;
import dev.colloquy.run.domain.RunException.RunInProgress;
import dev.colloquy.run.domain.RunException.RunNotFinished;
import dev.colloquy.run.domain.RunException.RunQueueFull;
import dev.colloquy.run.domain.RunId;
import dev.colloquy.run.domain.RunOrder;
import dev.colloquy.run.domain.RunSignal;
import dev.colloquy.run.domain.RunStatus;
import dev.colloquy.run.domain.Spent;
import dev.colloquy.run.domain.StreamPlace;
import dev.colloquy.run.domain.Temperature;
import dev.colloquy.run.domain.port.in.FollowRun;
import dev.colloquy.run.domain.port.in.StartRun;
import dev.colloquy.run.testkit.RunStreamProbe;
import dev.colloquy.shared.domain.Actor;
import dev.colloquy.shared.domain.Change;
import dev.colloquy.shared.domain.CommonException.AccessDenied;
import dev.colloquy.shared.domain.CommonException.Archived;
import dev.colloquy.shared.domain.CommonException.NotFound;
import dev.colloquy.shared.domain.CommonException.ValidationError;
import dev.colloquy.shared.domain.ConversationId;
import dev.colloquy.shared.domain.KeyScope;
import dev.colloquy.shared.domain.PageRequest;
import dev.colloquy.shared.domain.WorkspaceId;
import dev.colloquy.shared.testkit.Actors;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletionStage;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class RunHandlersTest {

  private static final KeyScope[] ALL = {KeyScope.READ, KeyScope.WRITE, KeyScope.RUN};

  private final RunWorld world = world();
  private final Model model = world.model("first", 1);
  private final Actor.Person alice = world.user();
  private final Actor.Person bob = world.user();
  private final Actor.Person stranger = world.user();
  private final Conversation conversation = world.conversation(alice, bob);
  private final UUID node = UUID.randomUUID();

  RunWorld world() {
    return RunWorld.prompt();
  }

  @AfterEach
  void close() {
    world.close();
  }

  private StartRun.Command asking(
      Actor.OfUser actor, Optional<String> input, OnConflict onConflict) {
    return Questions.of(
        actor,
        conversation,
        input.stream().map(Content::new).toList(),
        Optional.empty(),
        onConflict);
  }

  private CompletionStage<Run> start(Actor.OfUser actor, OnConflict onConflict) {
    return world.start().handle(asking(actor, Optional.of("Hm?"), onConflict));
  }

  private CompletionStage<Run> start(Optional<String> named, Optional<Integer> maxTokens) {
    return world
        .start()
        .handle(
            new StartRun.Command(
                alice,
                conversation.id(),
                List.of(new Content("Hm?")),
                Optional.empty(),
                named,
                Importance.HIGH,
                Optional.of(new Temperature(0.5)),
                maxTokens,
                OnConflict.REJECT,
                List.of()));
  }

  private Run waiting() {
    return valueOf(start(alice, OnConflict.QUEUE));
  }

  /** Takes up what is due, as a node does. */
  private List<HeldRun> takenUp() {
    return world
        .ground
        .talks()
        .within(() -> world.ground.runs().takeUp(node, Set.of(), 50, world.clock.instant()));
  }

  private Run ended(HeldRun held) {
    Change<Run> change =
        held.run()
            .end(new Ending.OutOfTime(), Optional.empty(), Spent.NOTHING, world.clock.instant());
    List<RunSignal> last = List.of(RunSignal.ended(change.now()));
    valueOf(
        world
            .unitOfWork()
            .inTransaction(
                () ->
                    world
                        .ground
                        .runs()
                        .end(held.hold(), change, last)
                        .thenApply(done -> change.now())));
    return change.now();
  }

  /** A run that has come to its end. */
  private Run ended() {
    Run run = valueOf(start(alice, OnConflict.REJECT));
    return ended(takenUp().stream().filter(it -> it.run().id().equals(run.id())).findFirst().get());
  }

  private void refuses(CompletionStage<Run> started, String pointer) {
    assertFailureOf(started)
        .asInstanceOf(InstanceOfAssertFactories.type(ValidationError.class))
        .extracting(it -> it.violations().getFirst().pointer())
        .isEqualTo(pointer);
    assertThat(world.messages(alice, conversation)).isEmpty();
  }

  @Test
  void startsARunThatWaitsAndPostsWhatWasAsked() {
    Run run = valueOf(start(Optional.of("first"), Optional.of(model.maxTokens())));

    Message question = world.messages(alice, conversation).getFirst();
    assertThat(question.content()).contains(new Content("Hm?"));
    assertThat(question.role()).isEqualTo(MessageRole.USER);
    assertThat(question.sender().is(alice.user())).isTrue();
    assertThat(run.status()).isEqualTo(RunStatus.QUEUED);
    assertThat(run.startedBy()).isEqualTo(alice.user());
    assertThat(run.conversation()).isEqualTo(conversation.id());
    assertThat(run.workspace()).isEqualTo(conversation.home().workspace());
    assertThat(run.order())
        .isEqualTo(
            new RunOrder(
                question.id(),
                Optional.empty(),
                model.id(),
                List.of(),
                Importance.HIGH,
                Optional.of(new Temperature(0.5)),
                Optional.of(model.maxTokens()),
                List.of()));
    assertThat(world.now(run)).isEqualTo(run);
    assertThat(world.events(run)).containsExactly("run.queued");
  }

  @Test
  void answersTheLastMessageWhereNothingIsAsked() {
    world.said(bob, conversation, "One");
    Message last = world.said(bob, conversation, "Two");

    Run run = valueOf(world.start().handle(asking(alice, Optional.empty(), OnConflict.REJECT)));

    assertThat(run.order().question()).isEqualTo(last.id());
    assertThat(run.order().model()).isEqualTo(model.id());
    assertThat(world.messages(alice, conversation)).hasSize(2);
  }

  @Test
  void refusesWhereThereIsNothingToAnswer() {
    refuses(world.start().handle(asking(alice, Optional.empty(), OnConflict.REJECT)), "/input");
  }

  @Test
  void refusesWhatTheModelCannotAndPostsNothing() {
    refuses(start(Optional.of("second"), Optional.empty()), "/model");
    refuses(start(Optional.empty(), Optional.of(model.maxTokens() + 1)), "/max_tokens");
    world.models.clear();
    assertFailureOf(start(Optional.empty(), Optional.empty())).isInstanceOf(NoModel.class);
    assertThat(world.messages(alice, conversation)).isEmpty();
  }

  @Test
  void refusesASecondRunAndNamesTheFirst() {
    Run first = valueOf(start(alice, OnConflict.REJECT));

    assertFailureOf(start(bob, OnConflict.REJECT))
        .asInstanceOf(InstanceOfAssertFactories.type(RunInProgress.class))
        .extracting(it -> it.parameters().get("run_id"))
        .isEqualTo(first.id().toString());

    assertThat(world.messages(alice, conversation)).hasSize(1);
  }

  @Test
  void startsOneMoreOnceTheOneBeforeHasEnded() {
    ended();

    assertThat(valueOf(start(bob, OnConflict.REJECT)).status()).isEqualTo(RunStatus.QUEUED);
  }

  @Test
  void letsTenWaitAndNoMore() {
    Run running = valueOf(start(alice, OnConflict.QUEUE));
    takenUp();
    for (int i = 0; i < Run.MAX_WAITING; i++) {
      waiting();
    }

    assertFailureOf(start(alice, OnConflict.QUEUE)).isInstanceOf(RunQueueFull.class);

    assertThat(world.now(running).status()).isEqualTo(RunStatus.RUNNING);
    assertThat(world.messages(alice, conversation)).hasSize(Run.MAX_WAITING + 1);
  }

  @Test
  void takesThePlaceOfThoseBeforeIt() {
    Run running = waiting();
    takenUp();
    Run queued = waiting();

    Run third = valueOf(start(bob, OnConflict.INTERRUPT));

    assertThat(world.now(running).status()).isEqualTo(RunStatus.RUNNING);
    assertThat(world.now(running).cancelRequestedAt()).contains(world.clock.instant());
    assertThat(world.now(queued).status()).isEqualTo(RunStatus.CANCELLED);
    assertThat(world.signals(queued)).containsExactly(RunSignal.Type.CANCELLED);
    assertThat(world.now(third).status()).isEqualTo(RunStatus.QUEUED);
  }

  @Test
  void startsNothingForWhoMayNot() {
    assertFailureOf(start(stranger, OnConflict.QUEUE)).isInstanceOf(AccessDenied.class);
    assertFailureOf(start(Actors.key(alice.user(), KeyScope.READ, KeyScope.RUN), OnConflict.QUEUE))
        .isInstanceOf(AccessDenied.class);
    assertFailureOf(
            start(Actors.key(alice.user(), KeyScope.READ, KeyScope.WRITE), OnConflict.QUEUE))
        .isInstanceOf(AccessDenied.class);
    assertFailureOf(
            start(
                Actors.keyFor(new WorkspaceId(UUID.randomUUID()), alice.user(), ALL),
                OnConflict.QUEUE))
        .isInstanceOf(AccessDenied.class);
    assertThat(world.messages(alice, conversation)).isEmpty();
    valueOf(start(Actors.key(alice.user(), ALL), OnConflict.QUEUE));
  }

  @Test
  void startsNothingWhereNothingMayBeSaid() {
    world.ground.talks().turn(conversation.home().workspace(), ConversationStatus.ARCHIVED);

    assertFailureOf(start(alice, OnConflict.QUEUE)).isInstanceOf(Archived.class);

    world.ground.talks().turn(conversation.home().workspace(), ConversationStatus.DELETED);
    assertFailureOf(start(alice, OnConflict.QUEUE)).isInstanceOf(NotFound.class);
  }

  @Test
  void callsOffAtOnceWhatWaits() {
    Run run = waiting();

    Run cancelled = valueOf(world.control().cancel(bob, run.id()));

    assertThat(cancelled.status()).isEqualTo(RunStatus.CANCELLED);
    assertThat(world.now(run)).isEqualTo(cancelled);
    assertThat(world.events(run)).containsExactly("run.queued", "run.cancelled");
    assertThat(takenUp()).isEmpty();
  }

  @Test
  void notesThatARunIsToEndWhichANodeWorksOn() {
    Run run = waiting();
    takenUp();

    Run wanted = valueOf(world.control().cancel(bob, run.id()));

    assertThat(wanted.status()).isEqualTo(RunStatus.RUNNING);
    assertThat(wanted.cancelRequestedAt()).contains(world.clock.instant());
    assertThat(world.now(run)).isEqualTo(wanted);
  }

  @Test
  void leavesARunThatHasEndedAsItIs() {
    Run run = ended();

    assertThat(valueOf(world.control().cancel(alice, run.id()))).isEqualTo(run);

    assertThat(world.now(run)).isEqualTo(run);
    assertThat(world.signals(run)).containsExactly(RunSignal.Type.EXPIRED);
  }

  @Test
  void callsNothingOffForWhoMayNot() {
    Run run = waiting();

    assertFailureOf(world.control().cancel(stranger, run.id())).isInstanceOf(AccessDenied.class);
    assertFailureOf(
            world
                .control()
                .cancel(Actors.key(alice.user(), KeyScope.READ, KeyScope.WRITE), run.id()))
        .isInstanceOf(AccessDenied.class);
    assertFailureOf(
            world.control().cancel(Actors.key(alice.user(), KeyScope.READ, KeyScope.RUN), run.id()))
        .isInstanceOf(AccessDenied.class);
    assertFailureOf(world.control().cancel(alice, new RunId(UUID.randomUUID())))
        .isInstanceOf(NotFound.class);
    assertThat(world.now(run)).isEqualTo(run);
  }

  @Test
  void asksTheSameAgainForWhoeverTakesPart() {
    Run run = ended();

    Run again = valueOf(world.control().retry(bob, run.id()));

    assertThat(again.retryOf()).contains(run.id());
    assertThat(again.order()).isEqualTo(run.order());
    assertThat(again.startedBy()).isEqualTo(bob.user());
    assertThat(again.status()).isEqualTo(RunStatus.QUEUED);
    assertThat(again.workspace()).isEqualTo(run.workspace());
    assertThat(world.now(again)).isEqualTo(again);
    assertThat(world.messages(alice, conversation)).hasSize(1);
  }

  @Test
  void asksNothingAgainThatGoesOn() {
    Run run = waiting();

    assertFailureOf(world.control().retry(alice, run.id())).isInstanceOf(RunNotFinished.class);
  }

  @Test
  void asksNoQuestionAgainThatWasTakenBack() {
    Run run = ended();
    world.delete(alice, world.messages(alice, conversation).getFirst());

    assertFailureOf(world.control().retry(bob, run.id())).isInstanceOf(QuestionDeleted.class);

    assertThat(valueOf(world.browse().get(bob, run.id()))).isEqualTo(run);
  }

  @Test
  void asksNoModelAgainThatIsGone() {
    Run run = ended();
    world.models.remove(model);
    world.model("second", 2);

    assertFailureOf(world.control().retry(alice, run.id()))
        .asInstanceOf(InstanceOfAssertFactories.type(ValidationError.class))
        .extracting(it -> it.violations().getFirst().pointer())
        .isEqualTo("/model");

    assertThat(mine(alice, Optional.empty())).containsExactly(run);
  }

  @Test
  void asksNothingAgainWhileAnotherRuns() {
    Run run = ended();
    waiting();

    assertFailureOf(world.control().retry(alice, run.id())).isInstanceOf(RunInProgress.class);
  }

  @Test
  void asksNothingAgainForWhoMayNot() {
    Run run = ended();

    assertFailureOf(world.control().retry(stranger, run.id())).isInstanceOf(AccessDenied.class);
    assertFailureOf(world.control().retry(Actors.key(alice.user(), KeyScope.READ), run.id()))
        .isInstanceOf(AccessDenied.class);
    assertFailureOf(world.control().retry(alice, new RunId(UUID.randomUUID())))
        .isInstanceOf(NotFound.class);
    world.ground.talks().turn(conversation.home().workspace(), ConversationStatus.ARCHIVED);
    assertFailureOf(world.control().retry(alice, run.id())).isInstanceOf(Archived.class);
  }

  @Test
  void showsARunToWhoeverTakesPart() {
    Run run = waiting();

    assertThat(valueOf(world.browse().get(bob, run.id()))).isEqualTo(run);
    assertThat(valueOf(world.browse().of(bob, conversation.id(), PageRequest.first())).items())
        .containsExactly(run);
    assertFailureOf(world.browse().get(stranger, run.id())).isInstanceOf(AccessDenied.class);
    assertFailureOf(world.browse().get(alice, new RunId(UUID.randomUUID())))
        .isInstanceOf(NotFound.class);
    assertFailureOf(world.browse().of(stranger, conversation.id(), PageRequest.first()))
        .isInstanceOf(AccessDenied.class);
    assertFailureOf(
            world.browse().of(alice, new ConversationId(UUID.randomUUID()), PageRequest.first()))
        .isInstanceOf(NotFound.class);
  }

  private List<Run> mine(Actor.OfUser actor, Optional<RunStatus> status) {
    return valueOf(world.browse().mine(actor, status, PageRequest.first())).items();
  }

  @Test
  void showsWhatSomebodyStartedToHimAlone() {
    Run ended = ended();
    Run waiting = waiting();

    assertThat(mine(alice, Optional.empty())).containsExactly(waiting, ended);
    assertThat(mine(alice, Optional.of(RunStatus.EXPIRED))).containsExactly(ended);
    assertThat(mine(bob, Optional.empty())).isEmpty();
  }

  @Test
  void showsAKeyWhatItReaches() {
    Run run = waiting();
    Actor.Key here = Actors.keyFor(conversation.home().workspace(), alice.user(), KeyScope.READ);
    Actor.Key elsewhere =
        Actors.keyFor(new WorkspaceId(UUID.randomUUID()), alice.user(), KeyScope.READ);
    Actor.Key writer = Actors.key(alice.user(), KeyScope.WRITE, KeyScope.RUN);

    assertThat(mine(here, Optional.empty())).containsExactly(run);
    assertThat(mine(elsewhere, Optional.empty())).isEmpty();
    assertFailureOf(world.browse().mine(writer, Optional.empty(), PageRequest.first()))
        .isInstanceOf(AccessDenied.class);
    assertFailureOf(world.browse().get(elsewhere, run.id())).isInstanceOf(AccessDenied.class);
    assertFailureOf(world.browse().get(writer, run.id())).isInstanceOf(AccessDenied.class);
  }

  @Test
  void opensAStreamToWhoeverTakesPart() {
    Run run = ended();

    try (RunStreamProbe probe =
        RunStreamProbe.of(
            Long.MAX_VALUE,
            executor -> {
              FollowRun.Followed followed =
                  valueOf(world.follow().follow(bob, run.id(), StreamPlace.BEGINNING, executor));
              assertThat(followed.run()).isEqualTo(run);
              return followed.entries();
            })) {
      valueOf(probe.end().thenApply(done -> true));
      assertThat(probe.entries()).isEqualTo(world.stream(run)).hasSize(1);
    }
    assertThat(valueOf(world.follow().page(bob, run.id(), StreamPlace.BEGINNING, 10)))
        .isEqualTo(world.stream(run));
    assertThat(valueOf(world.follow().page(bob, run.id(), new StreamPlace(1, 1), 10))).isEmpty();
  }

  @Test
  void opensNoStreamToAnybodyElse() {
    Run run = waiting();

    assertFailureOf(world.follow().follow(stranger, run.id(), StreamPlace.BEGINNING, Runnable::run))
        .isInstanceOf(AccessDenied.class);
    assertFailureOf(world.follow().page(stranger, run.id(), StreamPlace.BEGINNING, 10))
        .isInstanceOf(AccessDenied.class);
    assertFailureOf(
            world.follow().page(alice, new RunId(UUID.randomUUID()), StreamPlace.BEGINNING, 10))
        .isInstanceOf(NotFound.class);
  }
}
