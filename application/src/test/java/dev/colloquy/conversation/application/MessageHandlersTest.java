package dev.colloquy.conversation.application;

import static dev.colloquy.conversation.application.ConversationWorld.on;
import static dev.colloquy.conversation.application.ConversationWorld.saying;
import static dev.colloquy.shared.testkit.Stages.assertFailureOf;
import static dev.colloquy.shared.testkit.Stages.valueOf;
import static org.assertj.core.api.Assertions.assertThat;

import dev.colloquy.conversation.domain.Content;
import dev.colloquy.conversation.domain.Conversation;
import dev.colloquy.conversation.domain.Feedback;
import dev.colloquy.conversation.domain.Message;
import dev.colloquy.conversation.domain.MessageId;
import dev.colloquy.conversation.domain.MessagePatch;
import dev.colloquy.conversation.domain.MessageRole;
import dev.colloquy.conversation.domain.MessageWindow;
import dev.colloquy.conversation.domain.Posted;
import dev.colloquy.conversation.domain.RequestKey;
import dev.colloquy.conversation.domain.Revision;
import dev.colloquy.conversation.domain.port.in.MarkRead;
import dev.colloquy.conversation.domain.port.in.PostMessage;
import dev.colloquy.conversation.domain.port.in.RateMessage;
import dev.colloquy.conversation.domain.port.in.ReviseMessage;
import dev.colloquy.conversation.domain.port.in.SignalTyping;
import dev.colloquy.conversation.domain.port.in.TakeInput;
import dev.colloquy.shared.domain.Actor;
import dev.colloquy.shared.domain.CommonException.AccessDenied;
import dev.colloquy.shared.domain.CommonException.Archived;
import dev.colloquy.shared.domain.CommonException.IdempotencyKeyReused;
import dev.colloquy.shared.domain.CommonException.NotFound;
import dev.colloquy.shared.domain.CommonException.PreconditionFailed;
import dev.colloquy.shared.domain.CommonException.ValidationError;
import dev.colloquy.shared.domain.ConversationId;
import dev.colloquy.shared.domain.KeyScope;
import dev.colloquy.shared.domain.Metadata;
import dev.colloquy.shared.domain.PageRequest;
import dev.colloquy.shared.domain.Precondition;
import dev.colloquy.shared.domain.Role;
import dev.colloquy.shared.domain.WorkspaceId;
import dev.colloquy.shared.testkit.Actors;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class MessageHandlersTest {

  private final ConversationWorld world = world();
  private final WorkspaceId workspace = world.ground.workspace(world.user().user());
  private final Actor.Person alice = world.member(workspace, Role.EDITOR);
  private final Actor.Person bob = world.member(workspace, Role.VIEWER);
  private final Actor.Person stranger = world.user();
  private final Conversation conversation = world.conversation(alice, workspace, bob);

  ConversationWorld world() {
    return ConversationWorld.prompt();
  }

  @AfterEach
  void close() {
    world.close();
  }

  private PostMessage.Command posting(
      Actor.OfUser actor, MessageRole role, Optional<MessageId> parent, Optional<RequestKey> key) {
    return new PostMessage.Command(
        actor, conversation.id(), new Content("Hm"), role, parent, Metadata.empty(), key);
  }

  private ReviseMessage.Edit edit(Actor.OfUser actor, Message message, String text) {
    return new ReviseMessage.Edit(
        actor,
        conversation.id(),
        message.id(),
        new MessagePatch(Optional.of(new Content(text)), Optional.of(Map.of("edited", true))),
        new Precondition.Any());
  }

  private ReviseMessage.Delete delete(Actor.OfUser actor, Message message) {
    return new ReviseMessage.Delete(actor, conversation.id(), message.id(), new Precondition.Any());
  }

  @Test
  void postsWhateverTheWorkspaceRoleOfAParticipant() {
    Message message = world.said(bob, conversation, "A viewer speaks");

    assertThat(message.seq()).isEqualTo(1);
    assertThat(message.sender().is(bob.user())).isTrue();
    assertThat(valueOf(world.browseMessages().get(alice, conversation.id(), message.id())))
        .isEqualTo(message);
  }

  @Test
  void tellsEveryReasonForWhichNothingWasSaid() {
    RequestKey key = new RequestKey("k", "a");
    Optional<MessageId> nowhere = Optional.of(new MessageId(UUID.randomUUID()));
    valueOf(
        world.post().handle(posting(alice, MessageRole.USER, Optional.empty(), Optional.of(key))));

    assertFailureOf(world.post().handle(saying(stranger, conversation, "x")))
        .isInstanceOf(AccessDenied.class);
    assertFailureOf(
            world
                .post()
                .handle(posting(alice, MessageRole.ASSISTANT, Optional.empty(), Optional.empty())))
        .isInstanceOf(AccessDenied.class);
    assertFailureOf(
            world.post().handle(saying(Actors.key(alice.user(), KeyScope.READ), conversation, "x")))
        .isInstanceOf(AccessDenied.class);
    assertFailureOf(
            world.post().handle(posting(alice, MessageRole.USER, nowhere, Optional.empty())))
        .isInstanceOf(ValidationError.class);
    assertFailureOf(
            world
                .post()
                .handle(
                    posting(
                        alice,
                        MessageRole.USER,
                        Optional.empty(),
                        Optional.of(new RequestKey("k", "b")))))
        .isInstanceOf(IdempotencyKeyReused.class);
    valueOf(world.manage().archive(on(alice, conversation)));
    assertFailureOf(world.post().handle(saying(alice, conversation, "x")))
        .isInstanceOf(Archived.class);
    valueOf(world.manage().delete(on(alice, conversation)));
    assertFailureOf(world.post().handle(saying(alice, conversation, "x")))
        .isInstanceOf(NotFound.class);
  }

  @Test
  void replaysARepeatedRequest() {
    PostMessage.Command command =
        posting(alice, MessageRole.USER, Optional.empty(), Optional.of(new RequestKey("k", "a")));
    Posted first = valueOf(world.post().handle(command));

    Posted again = valueOf(world.post().handle(command));

    assertThat(again).isEqualTo(new Posted(first.message(), true));
  }

  @Test
  void listsForParticipantsAlone() {
    Message message = world.said(alice, conversation, "Here");
    MessageWindow newest = new MessageWindow.Newest();

    assertThat(valueOf(world.browseMessages().list(bob, conversation.id(), newest, 50)).items())
        .containsExactly(message);
    assertFailureOf(world.browseMessages().list(stranger, conversation.id(), newest, 50))
        .isInstanceOf(AccessDenied.class);
    assertFailureOf(
            world.browseMessages().list(alice, new ConversationId(UUID.randomUUID()), newest, 50))
        .isInstanceOf(NotFound.class);
    assertFailureOf(
            world
                .browseMessages()
                .list(Actors.key(alice.user(), KeyScope.WRITE), conversation.id(), newest, 50))
        .isInstanceOf(AccessDenied.class);
  }

  @Test
  void keepsWhatAnEditReplaces() {
    Message message = world.said(alice, conversation, "First");

    Message edited = valueOf(world.revise().edit(edit(alice, message, "Second")));

    assertThat(edited.content()).contains(new Content("Second"));
    assertThat(edited.metadata().values()).containsEntry("edited", true);
    assertThat(edited.version()).isEqualTo(2);
    assertThat(revisionsSeenByBob(message))
        .extracting(Revision::content)
        .containsExactly(new Content("First"));
    assertFailureOf(world.revise().edit(edit(bob, message, "Mine")))
        .isInstanceOf(AccessDenied.class);
    assertThat(world.ground.events().types())
        .containsExactly("conversation.created", "message.created", "message.updated");
  }

  @Test
  void refusesAnEditOfAnotherVersionAndOfWhatIsNotThere() {
    Message message = world.said(alice, conversation, "First");
    MessagePatch patch = new MessagePatch(Optional.of(new Content("x")), Optional.empty());

    assertFailureOf(
            world
                .revise()
                .edit(
                    new ReviseMessage.Edit(
                        alice,
                        conversation.id(),
                        message.id(),
                        patch,
                        new Precondition.AnyOf(Set.of(7L)))))
        .isInstanceOf(PreconditionFailed.class);
    assertFailureOf(
            world
                .revise()
                .edit(
                    new ReviseMessage.Edit(
                        alice,
                        conversation.id(),
                        new MessageId(UUID.randomUUID()),
                        patch,
                        new Precondition.Any())))
        .isInstanceOf(NotFound.class);
  }

  @Test
  void leavesAnEmptyPlaceWhereAMessageWasDeleted() {
    Message message = world.said(alice, conversation, "First");
    valueOf(world.revise().edit(edit(alice, message, "Second")));

    valueOf(world.revise().delete(delete(alice, message)));
    valueOf(world.revise().delete(delete(alice, message)));

    Message deleted = valueOf(world.browseMessages().get(bob, conversation.id(), message.id()));
    assertThat(deleted.isDeleted()).isTrue();
    assertThat(deleted.content()).isEmpty();
    assertThat(deleted.metadata()).isEqualTo(Metadata.empty());
    assertThat(revisionsSeenByBob(message)).isEmpty();
    assertFailureOf(world.revise().edit(edit(alice, message, "Third")))
        .isInstanceOf(NotFound.class);
    assertThat(world.ground.events().types()).filteredOn("message.deleted"::equals).hasSize(1);
  }

  @Test
  void countsWhatOthersHaveSaidSinceTheMarker() {
    world.said(alice, conversation, "One");
    world.said(alice, conversation, "Two");

    valueOf(world.markRead().handle(new MarkRead.Command(bob, conversation.id(), 1)));
    valueOf(world.markRead().handle(new MarkRead.Command(bob, conversation.id(), 1)));

    assertThat(valueOf(world.browse().get(bob, conversation.id())).activity().unreadCount())
        .isEqualTo(1);
    assertThat(valueOf(world.browse().get(alice, conversation.id())).activity().unreadCount())
        .isZero();
    assertFailureOf(world.markRead().handle(new MarkRead.Command(bob, conversation.id(), 3)))
        .isInstanceOf(ValidationError.class);
    assertThat(world.ground.events().types()).filteredOn("conversation.read"::equals).hasSize(1);
  }

  @Test
  void saysThatSomebodyIsWritingOnceInAPause() {
    valueOf(world.typing().handle(bob, conversation.id()));
    valueOf(world.typing().handle(bob, conversation.id()));
    valueOf(world.typing().handle(alice, conversation.id()));
    world.clock.advance(SignalTyping.PAUSE);
    valueOf(world.typing().handle(bob, conversation.id()));

    assertThat(world.ground.events().types()).filteredOn("conversation.typing"::equals).hasSize(3);
    assertFailureOf(world.typing().handle(stranger, conversation.id()))
        .isInstanceOf(AccessDenied.class);
  }

  @Test
  void takesDownWhatSomebodyThinksOfAMessage() {
    Message message = world.said(alice, conversation, "Wise");
    RateMessage.Command praise =
        new RateMessage.Command(
            bob, conversation.id(), message.id(), new Feedback(5, Optional.of("Indeed")));

    valueOf(world.rate().handle(praise));
    valueOf(world.rate().handle(praise));

    assertThat(world.ground.events().types())
        .filteredOn("message.feedback.given"::equals)
        .hasSize(1);
    valueOf(world.revise().delete(delete(alice, message)));
    assertFailureOf(world.rate().handle(praise)).isInstanceOf(NotFound.class);
  }

  @Test
  void takesInputIntoADefaultConversationThatItMakesOnce() {
    TakeInput.Command input =
        new TakeInput.Command(
            stranger, new Content("Remember"), Optional.empty(), Metadata.empty());

    Message first = valueOf(world.takeInput().handle(input));
    Message second = valueOf(world.takeInput().handle(input));

    assertThat(second.conversation()).isEqualTo(first.conversation());
    assertThat(second.seq()).isEqualTo(2);
    assertThat(world.workspaces.drafts()).hasSize(1);
  }

  @Test
  void takesInputIntoAnotherConversationOnceTheDefaultOneIsGone() {
    TakeInput.Command input =
        new TakeInput.Command(
            stranger, new Content("Remember"), Optional.empty(), Metadata.empty());
    Message first = valueOf(world.takeInput().handle(input));
    Conversation gone = valueOf(world.browse().get(stranger, first.conversation())).conversation();
    valueOf(world.manage().delete(on(stranger, gone)));

    Message second = valueOf(world.takeInput().handle(input));

    assertThat(second.conversation()).isNotEqualTo(first.conversation());
    assertThat(world.workspaces.drafts()).hasSize(1);
  }

  @Test
  void takesInputIntoTheConversationItNames() {
    TakeInput.Command input =
        new TakeInput.Command(
            bob, new Content("Here"), Optional.of(conversation.id()), Metadata.empty());

    assertThat(valueOf(world.takeInput().handle(input)).conversation())
        .isEqualTo(conversation.id());
    assertFailureOf(
            world
                .takeInput()
                .handle(
                    new TakeInput.Command(
                        stranger,
                        new Content("There"),
                        Optional.of(conversation.id()),
                        Metadata.empty())))
        .isInstanceOf(AccessDenied.class);
  }

  private List<Revision> revisionsSeenByBob(Message message) {
    return valueOf(
            world
                .browseMessages()
                .revisions(bob, conversation.id(), message.id(), PageRequest.first()))
        .items();
  }
}
