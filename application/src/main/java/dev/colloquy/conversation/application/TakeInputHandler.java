package dev.colloquy.conversation.application;

import dev.colloquy.conversation.domain.Message;
import dev.colloquy.conversation.domain.MessageRole;
import dev.colloquy.conversation.domain.Sender;
import dev.colloquy.conversation.domain.port.in.RecordMessage;
import dev.colloquy.conversation.domain.port.in.TakeInput;
import dev.colloquy.shared.domain.ConversationId;
import dev.colloquy.shared.domain.port.out.UnitOfWork;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

/** Puts input where it belongs. */
public final class TakeInputHandler implements TakeInput {

  private final UnitOfWork unitOfWork;
  private final DefaultConversation defaults;
  private final RecordMessage record;

  public TakeInputHandler(
      UnitOfWork unitOfWork, DefaultConversation defaults, RecordMessage record) {
    this.unitOfWork = unitOfWork;
    this.defaults = defaults;
    this.record = record;
  }

  @Override
  public CompletionStage<Message> handle(Command command) {
    return unitOfWork.inTransaction(
        () ->
            command
                .conversation()
                .<CompletionStage<ConversationId>>map(CompletableFuture::completedFuture)
                .orElseGet(() -> defaults.of(command.actor()))
                .thenCompose(conversation -> record.handle(said(command, conversation))));
  }

  private static RecordMessage.Command said(Command command, ConversationId conversation) {
    return new RecordMessage.Command(
        command.actor(),
        conversation,
        Sender.user(command.actor().user()),
        MessageRole.USER,
        command.content(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        command.metadata());
  }
}
