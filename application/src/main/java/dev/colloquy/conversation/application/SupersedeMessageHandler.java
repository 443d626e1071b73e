package dev.colloquy.conversation.application;

import dev.colloquy.conversation.domain.Conversation;
import dev.colloquy.conversation.domain.Message;
import dev.colloquy.conversation.domain.MessageId;
import dev.colloquy.conversation.domain.port.in.SupersedeMessage;
import dev.colloquy.conversation.domain.port.out.Messages;
import dev.colloquy.shared.domain.Actor;
import dev.colloquy.shared.domain.CommonException.NotFound;
import dev.colloquy.shared.domain.ConversationId;
import dev.colloquy.shared.domain.port.out.UnitOfWork;
import java.time.Clock;
import java.util.concurrent.CompletionStage;

/** Puts later answers in the place of earlier ones. */
public final class SupersedeMessageHandler implements SupersedeMessage {

  private final UnitOfWork unitOfWork;
  private final ConversationAccess access;
  private final Messages messages;
  private final Clock clock;

  public SupersedeMessageHandler(
      UnitOfWork unitOfWork, ConversationAccess access, Messages messages, Clock clock) {
    this.unitOfWork = unitOfWork;
    this.access = access;
    this.messages = messages;
    this.clock = clock;
  }

  @Override
  public CompletionStage<Message> handle(
      Actor.OfUser actor, ConversationId conversation, MessageId earlier, MessageId later) {
    return unitOfWork.inTransaction(
        () ->
            messages
                .hold(conversation, actor.user())
                .thenCompose(held -> access.toWrite(actor, conversation))
                .thenCompose(writable -> superseded(actor, writable, earlier, later)));
  }

  private CompletionStage<Message> superseded(
      Actor.OfUser actor, Conversation conversation, MessageId earlier, MessageId later) {
    return messages
        .find(conversation.id(), earlier)
        .thenApply(found -> found.orElseThrow(() -> new NotFound("message")))
        .thenApply(
            it -> it.supersede(actor, conversation.home().workspace(), later, clock.instant()))
        .thenCompose(messages::save);
  }
}
