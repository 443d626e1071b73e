package dev.colloquy.conversation.domain.port.in;

import dev.colloquy.conversation.domain.Feedback;
import dev.colloquy.conversation.domain.MessageId;
import dev.colloquy.shared.domain.Actor;
import dev.colloquy.shared.domain.ConversationId;
import java.util.concurrent.CompletionStage;

/** Takes down what a participant thinks of a message, in place of what he thought before. */
public interface RateMessage {

  /**
   * Fails with {@code NotFound}, for a deleted message too, {@code AccessDenied}, {@code Archived}.
   */
  CompletionStage<Void> handle(Command command);

  record Command(
      Actor.OfUser actor, ConversationId conversation, MessageId message, Feedback feedback) {}
}
