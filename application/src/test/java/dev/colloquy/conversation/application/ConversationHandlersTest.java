package dev.colloquy.conversation.application;

import static dev.colloquy.conversation.application.ConversationWorld.on;
import static dev.colloquy.conversation.application.ConversationWorld.seat;
import static dev.colloquy.shared.testkit.Stages.assertFailureOf;
import static dev.colloquy.shared.testkit.Stages.valueOf;
import static org.assertj.core.api.Assertions.assertThat;

import dev.colloquy.conversation.domain.Conversation;
import dev.colloquy.conversation.domain.ConversationException.LastParticipant;
import dev.colloquy.conversation.domain.ConversationFilter;
import dev.colloquy.conversation.domain.ConversationStatus;
import dev.colloquy.conversation.domain.ForkOrigin;
import dev.colloquy.conversation.domain.KnownConversation;
import dev.colloquy.conversation.domain.Message;
import dev.colloquy.conversation.domain.MessageId;
import dev.colloquy.conversation.domain.MyConversation;
import dev.colloquy.conversation.domain.Topic;
import dev.colloquy.conversation.domain.port.in.EditConversation;
import dev.colloquy.conversation.domain.port.in.ForkConversation;
import dev.colloquy.conversation.domain.port.in.StartConversation;
import dev.colloquy.conversation.testkit.ConversationFixtures;
import dev.colloquy.shared.domain.Actor;
import dev.colloquy.shared.domain.CommonException.AccessDenied;
import dev.colloquy.shared.domain.CommonException.Archived;
import dev.colloquy.shared.domain.CommonException.NotFound;
import dev.colloquy.shared.domain.CommonException.PreconditionFailed;
import dev.colloquy.shared.domain.CommonException.UnsupportedAction;
import dev.colloquy.shared.domain.CommonException.ValidationError;
import dev.colloquy.shared.domain.CommonException.ValidationError.Violation;
import dev.colloquy.shared.domain.KeyScope;
import dev.colloquy.shared.domain.PageRequest;
import dev.colloquy.shared.domain.Precondition;
import dev.colloquy.shared.domain.Role;
import dev.colloquy.shared.domain.WorkspaceId;
import dev.colloquy.shared.testkit.Actors;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class ConversationHandlersTest {

  private static final ConversationFilter EVERYTHING =
      new ConversationFilter(Optional.empty(), Optional.empty(), Optional.empty());

  private final ConversationWorld world = world();
  private final Actor.Person owner = world.user();
  private final WorkspaceId workspace = world.ground.workspace(owner.user());
  private final Actor.Person alice = world.member(workspace, Role.EDITOR);
  private final Actor.Person bob = world.member(workspace, Role.VIEWER);

  ConversationWorld world() {
    return ConversationWorld.prompt();
  }

  @AfterEach
  void close() {
    world.close();
  }

  private EditConversation.Command renaming(
      Actor.OfUser actor, Conversation conversation, String topic, Precondition precondition) {
    return new EditConversation.Command(
        actor, conversation.id(), draft -> ConversationFixtures.draft(topic), precondition);
  }

  private StartConversation.Command starting(Actor.OfUser actor, Actor.OfUser... others) {
    return new StartConversation.Command(
        actor,
        workspace,
        ConversationFixtures.draft("Plan"),
        List.of(others).stream().map(Actor.OfUser::user).toList());
  }

  @Test
  void startsAConversationInWhichTheStarterTakesPart() {
    Conversation conversation = world.conversation(alice, workspace, bob, alice);

    assertThat(conversation.participants()).containsExactly(alice.user(), bob.user());
    assertThat(conversation.createdBy()).isEqualTo(alice.user());
    assertThat(world.ground.events().types()).containsExactly("conversation.created");
  }

  @Test
  void refusesToStartOneForAViewerAndInAnArchivedWorkspace() {
    assertFailureOf(world.start().handle(starting(bob))).isInstanceOf(AccessDenied.class);
    assertFailureOf(world.start().handle(starting(Actors.key(alice.user(), KeyScope.READ))))
        .isInstanceOf(AccessDenied.class);

    world.ground.turn(workspace, ConversationStatus.ARCHIVED);

    assertFailureOf(world.start().handle(starting(alice))).isInstanceOf(Archived.class);
  }

  @Test
  void namesTheParticipantsWhoAreNoMembers() {
    assertFailureOf(world.start().handle(starting(alice, bob, world.user())))
        .asInstanceOf(InstanceOfAssertFactories.type(ValidationError.class))
        .extracting(it -> it.violations().stream().map(Violation::pointer).toList())
        .isEqualTo(List.of("/participant_ids/1"));
  }

  @Test
  void showsAConversationToParticipantsAlone() {
    Conversation conversation = world.conversation(alice, workspace);

    MyConversation mine = valueOf(world.browse().get(alice, conversation.id()));

    assertThat(mine.conversation()).isEqualTo(conversation);
    assertFailureOf(world.browse().get(owner, conversation.id())).isInstanceOf(AccessDenied.class);
    assertFailureOf(world.browse().get(Actors.key(alice.user(), KeyScope.WRITE), conversation.id()))
        .isInstanceOf(AccessDenied.class);
  }

  @Test
  void listsMineAndToTheOwnerThatForeignOnesExist() {
    Conversation conversation = world.conversation(alice, workspace);
    PageRequest page = PageRequest.first();

    assertThat(valueOf(world.browse().list(alice, EVERYTHING, page)).items()).hasSize(1);
    assertThat(valueOf(world.browse().listIn(alice, workspace, EVERYTHING, page)).items())
        .hasSize(1);
    assertThat(valueOf(world.browse().listIn(owner, workspace, EVERYTHING, page)).items())
        .isEmpty();
    assertThat(valueOf(world.browse().listAll(owner, workspace, EVERYTHING, page)).items())
        .extracting(KnownConversation::id)
        .containsExactly(conversation.id());
    assertFailureOf(world.browse().listAll(alice, workspace, EVERYTHING, page))
        .isInstanceOf(AccessDenied.class);
    assertFailureOf(world.browse().list(Actors.key(alice.user(), KeyScope.WRITE), EVERYTHING, page))
        .isInstanceOf(AccessDenied.class);
  }

  @Test
  void renamesForAnyParticipantWithTheRightVersion() {
    Conversation conversation = world.conversation(alice, workspace, bob);

    MyConversation renamed =
        valueOf(world.edit().handle(renaming(bob, conversation, "New", new Precondition.Any())));

    assertThat(renamed.conversation().draft().topic()).isEqualTo(new Topic("New"));
    assertThat(renamed.conversation().version()).isEqualTo(2);
    assertFailureOf(
            world
                .edit()
                .handle(renaming(alice, conversation, "Late", new Precondition.AnyOf(Set.of(1L)))))
        .isInstanceOf(PreconditionFailed.class);
  }

  @Test
  void makesNoEventOfTheSameName() {
    Conversation conversation = world.conversation(alice, workspace);

    valueOf(world.edit().handle(renaming(alice, conversation, "Plan", new Precondition.Any())));

    assertThat(world.ground.events().types()).containsExactly("conversation.created");
  }

  @Test
  void archivesForParticipantsAndDeletesForTheStarter() {
    Conversation conversation = world.conversation(alice, workspace, bob);

    valueOf(world.manage().archive(on(bob, conversation)));
    assertFailureOf(world.edit().handle(renaming(bob, conversation, "x", new Precondition.Any())))
        .isInstanceOf(Archived.class);
    valueOf(world.manage().restore(on(bob, conversation)));
    assertFailureOf(world.manage().delete(on(bob, conversation))).isInstanceOf(AccessDenied.class);
    valueOf(world.manage().delete(on(alice, conversation)));

    assertFailureOf(world.browse().get(alice, conversation.id())).isInstanceOf(NotFound.class);
    assertFailureOf(world.manage().restore(on(bob, conversation))).isInstanceOf(AccessDenied.class);
    assertThat(valueOf(world.manage().restore(on(alice, conversation))).conversation().status())
        .isEqualTo(ConversationStatus.ACTIVE);
    assertThat(world.ground.events().types())
        .containsExactly(
            "conversation.created",
            "conversation.archived",
            "conversation.restored",
            "conversation.deleted",
            "conversation.restored");
  }

  @Test
  void takesInMembersAndLetsThemGo() {
    Conversation conversation = world.conversation(alice, workspace);

    assertFailureOf(world.participants().add(seat(alice, conversation, world.user().user())))
        .isInstanceOf(UnsupportedAction.class);
    valueOf(world.participants().add(seat(alice, conversation, bob.user())));
    assertFailureOf(world.participants().remove(seat(bob, conversation, alice.user())))
        .isInstanceOf(AccessDenied.class);
    valueOf(world.participants().remove(seat(bob, conversation, bob.user())));

    assertFailureOf(world.participants().remove(seat(alice, conversation, alice.user())))
        .isInstanceOf(LastParticipant.class);
    assertFailureOf(world.participants().remove(seat(alice, conversation, bob.user())))
        .isInstanceOf(NotFound.class);
  }

  @Test
  void orphansAConversationThatOnlyTheOwnerAdopts() {
    Conversation conversation = world.conversation(alice, workspace);

    world.within(
        () ->
            world
                .endParticipations()
                .membershipEnded(owner, workspace, alice.user(), world.clock.instant())
                .thenApply(ended -> true));

    assertFailureOf(world.browse().get(alice, conversation.id())).isInstanceOf(AccessDenied.class);
    assertFailureOf(world.participants().add(seat(bob, conversation, bob.user())))
        .isInstanceOf(AccessDenied.class);
    valueOf(world.participants().add(seat(owner, conversation, bob.user())));
    assertThat(valueOf(world.browse().get(bob, conversation.id())).conversation().participants())
        .containsExactly(bob.user());
  }

  @Test
  void forksUpToAMessage() {
    Conversation conversation = world.conversation(alice, workspace, bob);
    world.said(alice, conversation, "One");
    Message two = world.said(bob, conversation, "Two");
    world.said(alice, conversation, "Three");

    MyConversation fork =
        valueOf(
            world
                .fork()
                .handle(
                    new ForkConversation.Command(
                        alice, conversation.id(), Optional.of(two.id()), Optional.empty())));

    assertThat(fork.conversation().forkedFrom()).contains(new ForkOrigin(conversation.id(), 2));
    assertThat(fork.conversation().participants()).containsExactly(alice.user());
    assertThat(fork.activity().messageCount()).isEqualTo(2);
  }

  @Test
  void forksTheWholeButForNoViewerAndFromNoUnknownMessage() {
    Conversation conversation = world.conversation(alice, workspace, bob);
    world.said(alice, conversation, "One");
    Optional<Topic> topic = Optional.of(new Topic("Anew"));

    MyConversation fork =
        valueOf(
            world
                .fork()
                .handle(
                    new ForkConversation.Command(
                        alice, conversation.id(), Optional.empty(), topic)));

    assertThat(fork.activity().messageCount()).isEqualTo(1);
    assertFailureOf(
            world
                .fork()
                .handle(
                    new ForkConversation.Command(bob, conversation.id(), Optional.empty(), topic)))
        .isInstanceOf(AccessDenied.class);
    assertFailureOf(
            world
                .fork()
                .handle(
                    new ForkConversation.Command(
                        alice,
                        conversation.id(),
                        Optional.of(new MessageId(UUID.randomUUID())),
                        topic)))
        .isInstanceOf(ValidationError.class);
  }
}
