package dev.colloquy.conversation.application;

import dev.colloquy.conversation.domain.Conversation;
import dev.colloquy.conversation.domain.ConversationRight;
import dev.colloquy.conversation.domain.ConversationStatus;
import dev.colloquy.conversation.domain.MyConversation;
import dev.colloquy.conversation.domain.Standing;
import dev.colloquy.conversation.domain.port.in.ManageConversation;
import dev.colloquy.conversation.domain.port.out.Conversations;
import dev.colloquy.shared.domain.port.out.UnitOfWork;
import java.time.Clock;
import java.util.concurrent.CompletionStage;

/** Archives, restores and deletes conversations. */
public final class ManageConversationHandler implements ManageConversation {

  private final UnitOfWork unitOfWork;
  private final ConversationAccess access;
  private final Conversations conversations;
  private final MyView view;
  private final Clock clock;

  public ManageConversationHandler(
      UnitOfWork unitOfWork,
      ConversationAccess access,
      Conversations conversations,
      MyView view,
      Clock clock) {
    this.unitOfWork = unitOfWork;
    this.access = access;
    this.conversations = conversations;
    this.view = view;
    this.clock = clock;
  }

  @Override
  public CompletionStage<MyConversation> archive(Command command) {
    return unitOfWork.inTransaction(
        () ->
            access
                .of(command.actor(), command.conversation())
                .thenApply(standing -> demanded(standing, ConversationRight.WRITE, command))
                .thenApply(it -> it.archive(command.actor(), clock.instant()))
                .thenCompose(conversations::save)
                .thenCompose(conversation -> view.of(command.actor(), conversation)));
  }

  @Override
  public CompletionStage<MyConversation> restore(Command command) {
    return unitOfWork.inTransaction(
        () ->
            access
                .ofEvenDeleted(command.actor(), command.conversation())
                .thenApply(standing -> demanded(standing, toRestore(standing), command))
                .thenApply(it -> it.restore(command.actor(), clock.instant()))
                .thenCompose(conversations::save)
                .thenCompose(conversation -> view.of(command.actor(), conversation)));
  }

  @Override
  public CompletionStage<Void> delete(Command command) {
    return unitOfWork.inTransaction(
        () ->
            access
                .of(command.actor(), command.conversation())
                .thenApply(standing -> demanded(standing, ConversationRight.MANAGE, command))
                .thenApply(it -> it.delete(command.actor(), clock.instant()))
                .thenCompose(conversations::save)
                .thenAccept(conversation -> {}));
  }

  private static ConversationRight toRestore(Standing standing) {
    return standing.conversation().status() == ConversationStatus.DELETED
        ? ConversationRight.MANAGE
        : ConversationRight.WRITE;
  }

  private static Conversation demanded(
      Standing standing, ConversationRight right, Command command) {
    Conversation conversation = standing.demand(right).conversation();
    command.precondition().check(conversation.version());
    return conversation;
  }
}
