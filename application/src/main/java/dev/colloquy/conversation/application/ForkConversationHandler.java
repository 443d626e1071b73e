package dev.colloquy.conversation.application;

import dev.colloquy.conversation.domain.Conversation;
import dev.colloquy.conversation.domain.ConversationDraft;
import dev.colloquy.conversation.domain.ForkOrigin;
import dev.colloquy.conversation.domain.Message;
import dev.colloquy.conversation.domain.MyConversation;
import dev.colloquy.conversation.domain.port.in.ForkConversation;
import dev.colloquy.conversation.domain.port.out.ConversationReadModel;
import dev.colloquy.conversation.domain.port.out.Conversations;
import dev.colloquy.conversation.domain.port.out.Messages;
import dev.colloquy.shared.domain.Actor;
import dev.colloquy.shared.domain.Change;
import dev.colloquy.shared.domain.CommonException.ValidationError;
import dev.colloquy.shared.domain.ConversationId;
import dev.colloquy.shared.domain.port.out.Ids;
import dev.colloquy.shared.domain.port.out.UnitOfWork;
import dev.colloquy.workspace.domain.port.in.BrowseWorkspaces;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletionStage;

/** Forks conversations. */
public final class ForkConversationHandler implements ForkConversation {

  private final UnitOfWork unitOfWork;
  private final ConversationAccess access;
  private final BrowseWorkspaces workspaces;
  private final Conversations conversations;
  private final Messages messages;
  private final ConversationReadModel readModel;
  private final Ids ids;
  private final Clock clock;

  public ForkConversationHandler(
      UnitOfWork unitOfWork,
      ConversationAccess access,
      BrowseWorkspaces workspaces,
      Conversations conversations,
      Messages messages,
      ConversationReadModel readModel,
      Ids ids,
      Clock clock) {
    this.unitOfWork = unitOfWork;
    this.access = access;
    this.workspaces = workspaces;
    this.conversations = conversations;
    this.messages = messages;
    this.readModel = readModel;
    this.ids = ids;
    this.clock = clock;
  }

  @Override
  public CompletionStage<MyConversation> handle(Command command) {
    return unitOfWork.inTransaction(
        () ->
            access
                .toRead(command.actor(), command.conversation())
                .thenCompose(source -> mayContribute(command.actor(), source))
                .thenCompose(source -> forked(command, source)));
  }

  private CompletionStage<Conversation> mayContribute(Actor.OfUser actor, Conversation source) {
    return workspaces
        .get(actor, source.home().workspace())
        .thenApply(
            mine -> {
              Contribution.demand(actor, mine);
              return source;
            });
  }

  private CompletionStage<MyConversation> forked(Command command, Conversation source) {
    return lastPlace(command, source)
        .thenApply(seq -> fork(command, source, seq))
        .thenCompose(conversations::add)
        .thenCompose(fork -> copied(source, fork))
        .thenCompose(fork -> new MyView(readModel).of(command.actor(), fork));
  }

  private CompletionStage<Long> lastPlace(Command command, Conversation source) {
    return command
        .upTo()
        .map(id -> messages.find(source.id(), id).thenApply(found -> place(found)))
        .orElseGet(
            () ->
                readModel
                    .activityOf(source.id(), command.actor().user())
                    .thenApply(activity -> activity.messageCount()));
  }

  private static long place(Optional<Message> found) {
    return found
        .map(Message::seq)
        .orElseThrow(
            () -> ValidationError.at("/message_id", "must be a message of this conversation"));
  }

  private Change<Conversation> fork(Command command, Conversation source, long seq) {
    ConversationDraft draft = source.draft();
    return Conversation.start(
        command.actor(),
        new ConversationId(ids.next()),
        source.home().workspace(),
        new ConversationDraft(
            command.topic().orElse(draft.topic()), draft.modality(), draft.metadata()),
        List.of(command.actor().user()),
        Optional.of(new ForkOrigin(source.id(), seq)),
        clock.instant());
  }

  private CompletionStage<Conversation> copied(Conversation source, Conversation fork) {
    long seq = fork.forkedFrom().map(ForkOrigin::seq).orElse(0L);
    return messages.copy(source.id(), seq, fork.id()).thenApply(copied -> fork);
  }
}
