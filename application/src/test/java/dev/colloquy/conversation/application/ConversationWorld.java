package dev.colloquy.conversation.application;

import static dev.colloquy.shared.testkit.Stages.valueOf;

import dev.colloquy.conversation.domain.Content;
import dev.colloquy.conversation.domain.Conversation;
import dev.colloquy.conversation.domain.Message;
import dev.colloquy.conversation.domain.MessageRole;
import dev.colloquy.conversation.domain.port.in.ManageConversation;
import dev.colloquy.conversation.domain.port.in.ManageParticipants;
import dev.colloquy.conversation.domain.port.in.PostMessage;
import dev.colloquy.conversation.domain.port.in.StartConversation;
import dev.colloquy.conversation.domain.port.out.ConversationReadModel;
import dev.colloquy.conversation.domain.port.out.Conversations;
import dev.colloquy.conversation.domain.port.out.Feedbacks;
import dev.colloquy.conversation.domain.port.out.MessageLog;
import dev.colloquy.conversation.domain.port.out.Messages;
import dev.colloquy.conversation.domain.port.out.ReadMarkers;
import dev.colloquy.conversation.domain.port.out.TypingSignals;
import dev.colloquy.conversation.testkit.ConversationFixtures;
import dev.colloquy.conversation.testkit.InMemoryDefaultConversations;
import dev.colloquy.conversation.testkit.InMemoryGround;
import dev.colloquy.shared.domain.Actor;
import dev.colloquy.shared.domain.Metadata;
import dev.colloquy.shared.domain.Precondition;
import dev.colloquy.shared.domain.Role;
import dev.colloquy.shared.domain.UserId;
import dev.colloquy.shared.domain.WorkspaceId;
import dev.colloquy.shared.domain.port.out.Memberships;
import dev.colloquy.shared.domain.port.out.UnitOfWork;
import dev.colloquy.shared.testkit.Actors;
import dev.colloquy.shared.testkit.LateCompletion;
import dev.colloquy.shared.testkit.SequentialIds;
import dev.colloquy.shared.testkit.TestClock;
import java.util.Arrays;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The conversation context on in-memory adapters, which complete at once or late. */
final class ConversationWorld implements AutoCloseable {

  final TestClock clock = new TestClock();
  final InMemoryGround ground = new InMemoryGround();
  final KnownWorkspaces workspaces = new KnownWorkspaces(ground);

  private final SequentialIds ids = new SequentialIds();
  private final @Nullable LateCompletion late;
  private final UnitOfWork unitOfWork = ground.unitOfWork();
  private final Conversations conversations;
  private final Messages messages;
  private final MessageLog log;
  private final ConversationReadModel readModel;
  private final Memberships memberships;
  private final InMemoryDefaultConversations defaults =
      new InMemoryDefaultConversations(ground.database());

  private ConversationWorld(boolean isLate) {
    late = isLate ? new LateCompletion(ground.database()) : null;
    conversations = maybeLate(Conversations.class, ground.conversations());
    messages = maybeLate(Messages.class, ground.messages());
    log = maybeLate(MessageLog.class, ground.log());
    readModel = maybeLate(ConversationReadModel.class, ground.readModel());
    memberships = maybeLate(Memberships.class, ground.memberships());
  }

  static ConversationWorld prompt() {
    return new ConversationWorld(false);
  }

  static ConversationWorld late() {
    return new ConversationWorld(true);
  }

  @Override
  public void close() {
    if (late != null) {
      late.close();
    }
  }

  StartConversationHandler start() {
    return new StartConversationHandler(
        unitOfWork, workspaces, conversations, readModel, ids, clock);
  }

  BrowseConversationsHandler browse() {
    return new BrowseConversationsHandler(access(), workspaces, readModel, view());
  }

  EditConversationHandler edit() {
    return new EditConversationHandler(unitOfWork, access(), conversations, view(), clock);
  }

  ManageConversationHandler manage() {
    return new ManageConversationHandler(unitOfWork, access(), conversations, view(), clock);
  }

  ManageParticipantsHandler participants() {
    return new ManageParticipantsHandler(unitOfWork, access(), conversations, readModel, clock);
  }

  EndParticipations endParticipations() {
    return new EndParticipations(conversations);
  }

  ForkConversationHandler fork() {
    return new ForkConversationHandler(
        unitOfWork, access(), workspaces, conversations, messages, readModel, ids, clock);
  }

  PostMessageHandler post() {
    return new PostMessageHandler(log, ids, clock);
  }

  RecordMessageHandler record() {
    return new RecordMessageHandler(
        maybeLate(MessageLog.class, ground.logInUnitOfWork()), ids, clock);
  }

  BrowseMessagesHandler browseMessages() {
    return new BrowseMessagesHandler(access(), log, messages);
  }

  ReviseMessageHandler revise() {
    return new ReviseMessageHandler(unitOfWork, access(), messages, clock);
  }

  MarkReadHandler markRead() {
    return new MarkReadHandler(
        unitOfWork,
        access(),
        messages,
        readModel,
        maybeLate(ReadMarkers.class, ground.markers()),
        clock);
  }

  SignalTypingHandler typing() {
    TypingSignals signals = ground.typing();
    return new SignalTypingHandler(
        unitOfWork, access(), maybeLate(TypingSignals.class, signals), clock);
  }

  RateMessageHandler rate() {
    return new RateMessageHandler(
        unitOfWork, access(), messages, maybeLate(Feedbacks.class, ground.feedbacks()), clock);
  }

  TakeInputHandler takeInput() {
    return new TakeInputHandler(
        unitOfWork,
        new DefaultConversation(
            defaults, conversations, new DefaultWorkspace(workspaces, workspaces), start()),
        record());
  }

  <T> T within(java.util.function.Supplier<java.util.concurrent.CompletionStage<T>> work) {
    return valueOf(unitOfWork.inTransaction(work));
  }

  /** Somebody logged in. */
  Actor.Person user() {
    return Actors.person(ground.user());
  }

  /** Somebody with a seat in the workspace. */
  Actor.Person member(WorkspaceId workspace, Role role) {
    Actor.Person newcomer = user();
    ground.member(workspace, newcomer.user(), role);
    return newcomer;
  }

  /** A conversation of the starter's with these others. */
  Conversation conversation(Actor.OfUser starter, WorkspaceId workspace, Actor.OfUser... others) {
    return valueOf(
            start()
                .handle(
                    new StartConversation.Command(
                        starter,
                        workspace,
                        ConversationFixtures.draft("Plan"),
                        Arrays.stream(others).map(Actor.OfUser::user).toList())))
        .conversation();
  }

  Message said(Actor.OfUser actor, Conversation conversation, String text) {
    return valueOf(post().handle(saying(actor, conversation, text))).message();
  }

  static PostMessage.Command saying(Actor.OfUser actor, Conversation conversation, String text) {
    return new PostMessage.Command(
        actor,
        conversation.id(),
        new Content(text),
        MessageRole.USER,
        Optional.empty(),
        Metadata.empty(),
        Optional.empty());
  }

  static ManageConversation.Command on(Actor.OfUser actor, Conversation conversation) {
    return new ManageConversation.Command(actor, conversation.id(), new Precondition.Any());
  }

  static ManageParticipants.Command seat(
      Actor.OfUser actor, Conversation conversation, UserId user) {
    return new ManageParticipants.Command(actor, conversation.id(), user);
  }

  private ConversationAccess access() {
    return new ConversationAccess(conversations, memberships);
  }

  private MyView view() {
    return new MyView(readModel);
  }

  private <P> P maybeLate(Class<P> port, P adapter) {
    return late == null ? adapter : late.of(port, adapter);
  }
}
