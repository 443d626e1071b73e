package dev.colloquy.conversation.application;

import dev.colloquy.conversation.domain.Conversation;
import dev.colloquy.conversation.domain.Message;
import dev.colloquy.conversation.domain.port.in.RateMessage;
import dev.colloquy.conversation.domain.port.out.Feedbacks;
import dev.colloquy.conversation.domain.port.out.Messages;
import dev.colloquy.shared.domain.CommonException.NotFound;
import dev.colloquy.shared.domain.UserId;
import dev.colloquy.shared.domain.port.out.UnitOfWork;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.CompletionStage;

/** Takes down what participants think of messages. */
public final class RateMessageHandler implements RateMessage {

  private final UnitOfWork unitOfWork;
  private final ConversationAccess access;
  private final Messages messages;
  private final Feedbacks feedbacks;
  private final Clock clock;

  public RateMessageHandler(
      UnitOfWork unitOfWork,
      ConversationAccess access,
      Messages messages,
      Feedbacks feedbacks,
      Clock clock) {
    this.unitOfWork = unitOfWork;
    this.access = access;
    this.messages = messages;
    this.feedbacks = feedbacks;
    this.clock = clock;
  }

  @Override
  public CompletionStage<Void> handle(Command command) {
    return unitOfWork.inTransaction(
        () ->
            messages
                .hold(command.conversation(), command.actor().user())
                .thenCompose(held -> access.toWrite(command.actor(), command.conversation()))
                .thenCompose(
                    conversation ->
                        messages
                            .find(conversation.id(), command.message())
                            .thenApply(RateMessageHandler::present)
                            .thenCompose(message -> rated(command, conversation, message))));
  }

  private CompletionStage<Void> rated(Command command, Conversation conversation, Message message) {
    UserId user = command.actor().user();
    Instant now = clock.instant();
    return feedbacks
        .find(message.id(), user)
        .thenApply(
            before ->
                command
                    .feedback()
                    .inPlaceOf(
                        before,
                        command.actor(),
                        user,
                        conversation.home().workspace(),
                        message,
                        now))
        .thenCompose(given -> feedbacks.put(message, user, given, now));
  }

  private static Message present(Optional<Message> found) {
    return found.filter(message -> !message.isDeleted()).orElseThrow(() -> new NotFound("message"));
  }
}
