package dev.colloquy.conversation.application;

import dev.colloquy.conversation.domain.Conversation;
import dev.colloquy.conversation.domain.Message;
import dev.colloquy.conversation.domain.MessageId;
import dev.colloquy.conversation.domain.port.in.ReviseMessage;
import dev.colloquy.conversation.domain.port.out.Messages;
import dev.colloquy.shared.domain.Actor;
import dev.colloquy.shared.domain.Change;
import dev.colloquy.shared.domain.CommonException.NotFound;
import dev.colloquy.shared.domain.ConversationId;
import dev.colloquy.shared.domain.Precondition;
import dev.colloquy.shared.domain.port.out.UnitOfWork;
import java.time.Clock;
import java.util.Optional;
import java.util.concurrent.CompletionStage;
import java.util.function.BiFunction;

/** Edits and deletes messages for their senders. */
public final class ReviseMessageHandler implements ReviseMessage {

  private final UnitOfWork unitOfWork;
  private final ConversationAccess access;
  private final Messages messages;
  private final Clock clock;

  public ReviseMessageHandler(
      UnitOfWork unitOfWork, ConversationAccess access, Messages messages, Clock clock) {
    this.unitOfWork = unitOfWork;
    this.access = access;
    this.messages = messages;
    this.clock = clock;
  }

  @Override
  public CompletionStage<Message> edit(Edit command) {
    return changed(
        command.actor(),
        command.conversation(),
        command.message(),
        command.precondition(),
        (message, conversation) ->
            message.edit(
                command.actor(),
                conversation.home().workspace(),
                command.patch(),
                clock.instant()));
  }

  @Override
  public CompletionStage<Void> delete(Delete command) {
    return changed(
            command.actor(),
            command.conversation(),
            command.message(),
            command.precondition(),
            (message, conversation) ->
                message.delete(command.actor(), conversation.home().workspace(), clock.instant()))
        .thenAccept(deleted -> {});
  }

  private CompletionStage<Message> changed(
      Actor.OfUser actor,
      ConversationId id,
      MessageId message,
      Precondition precondition,
      BiFunction<Message, Conversation, Change<Message>> decision) {
    return unitOfWork.inTransaction(
        () ->
            messages
                .hold(id, actor.user())
                .thenCompose(held -> access.toWrite(actor, id))
                .thenCompose(
                    conversation ->
                        messages
                            .find(id, message)
                            .thenApply(found -> demanded(found, precondition))
                            .thenApply(it -> decision.apply(it, conversation)))
                .thenCompose(messages::save));
  }

  private static Message demanded(Optional<Message> found, Precondition precondition) {
    Message message = found.orElseThrow(() -> new NotFound("message"));
    precondition.check(message.version());
    return message;
  }
}
