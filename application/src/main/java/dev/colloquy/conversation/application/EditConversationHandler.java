package dev.colloquy.conversation.application;

import dev.colloquy.conversation.domain.Conversation;
import dev.colloquy.conversation.domain.ConversationRight;
import dev.colloquy.conversation.domain.MyConversation;
import dev.colloquy.conversation.domain.Standing;
import dev.colloquy.conversation.domain.port.in.EditConversation;
import dev.colloquy.conversation.domain.port.out.Conversations;
import dev.colloquy.shared.domain.Change;
import dev.colloquy.shared.domain.port.out.UnitOfWork;
import java.time.Clock;
import java.util.concurrent.CompletionStage;

/** Gives conversations other contents. */
public final class EditConversationHandler implements EditConversation {

  private final UnitOfWork unitOfWork;
  private final ConversationAccess access;
  private final Conversations conversations;
  private final MyView view;
  private final Clock clock;

  public EditConversationHandler(
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
  public CompletionStage<MyConversation> handle(Command command) {
    return unitOfWork.inTransaction(
        () ->
            access
                .of(command.actor(), command.conversation())
                .thenApply(standing -> edited(standing, command))
                .thenCompose(conversations::save)
                .thenCompose(conversation -> view.of(command.actor(), conversation)));
  }

  private Change<Conversation> edited(Standing standing, Command command) {
    Conversation conversation = standing.demand(ConversationRight.WRITE).conversation();
    command.precondition().check(conversation.version());
    return conversation.edit(
        command.actor(), command.edit().apply(conversation.draft()), clock.instant());
  }
}
