package dev.colloquy.conversation.application;

import dev.colloquy.conversation.domain.Conversation;
import dev.colloquy.conversation.domain.ConversationRight;
import dev.colloquy.conversation.domain.Standing;
import dev.colloquy.conversation.domain.port.in.ManageParticipants;
import dev.colloquy.conversation.domain.port.out.ConversationReadModel;
import dev.colloquy.conversation.domain.port.out.Conversations;
import dev.colloquy.shared.domain.CommonException.UnsupportedAction;
import dev.colloquy.shared.domain.port.out.UnitOfWork;
import java.time.Clock;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletionStage;

/** Takes people into conversations and lets them go. */
public final class ManageParticipantsHandler implements ManageParticipants {

  private final UnitOfWork unitOfWork;
  private final ConversationAccess access;
  private final Conversations conversations;
  private final ConversationReadModel readModel;
  private final Clock clock;

  public ManageParticipantsHandler(
      UnitOfWork unitOfWork,
      ConversationAccess access,
      Conversations conversations,
      ConversationReadModel readModel,
      Clock clock) {
    this.unitOfWork = unitOfWork;
    this.access = access;
    this.conversations = conversations;
    this.readModel = readModel;
    this.clock = clock;
  }

  @Override
  public CompletionStage<Void> add(Command command) {
    return unitOfWork.inTransaction(
        () ->
            access
                .of(command.actor(), command.conversation())
                .thenApply(ManageParticipantsHandler::mayAdd)
                .thenCompose(conversation -> withMember(conversation, command))
                .thenApply(it -> it.admit(command.actor(), command.user(), clock.instant()))
                .thenCompose(conversations::save)
                .thenAccept(saved -> {}));
  }

  @Override
  public CompletionStage<Void> remove(Command command) {
    return unitOfWork.inTransaction(
        () ->
            access
                .of(command.actor(), command.conversation())
                .thenApply(standing -> mayRemove(standing, command))
                .thenApply(it -> it.release(command.actor(), command.user(), clock.instant()))
                .thenCompose(conversations::save)
                .thenAccept(saved -> {}));
  }

  private static Conversation mayAdd(Standing standing) {
    boolean orphaned = standing.conversation().participants().isEmpty();
    return standing
        .demand(orphaned ? ConversationRight.ADOPT : ConversationRight.WRITE)
        .conversation();
  }

  private static Conversation mayRemove(Standing standing, Command command) {
    boolean leaving = command.user().equals(command.actor().user());
    return standing
        .demand(leaving ? ConversationRight.WRITE : ConversationRight.MANAGE)
        .conversation();
  }

  private CompletionStage<Conversation> withMember(Conversation conversation, Command command) {
    return readModel
        .membersAmong(conversation.home().workspace(), List.of(command.user()))
        .thenApply(members -> demanded(conversation, members, command));
  }

  private static Conversation demanded(Conversation conversation, Set<?> members, Command command) {
    if (!members.contains(command.user())) {
      throw new UnsupportedAction("Only members of the workspace can take part.");
    }
    return conversation;
  }
}
