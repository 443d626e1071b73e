package dev.colloquy.conversation.domain.port.in;

import dev.colloquy.conversation.domain.Message;
import dev.colloquy.conversation.domain.MessageId;
import dev.colloquy.shared.domain.Actor;
import dev.colloquy.shared.domain.ConversationId;
import java.util.concurrent.CompletionStage;

/** Lets a later answer stand in the place of an earlier one; for handlers. */
public interface SupersedeMessage {

  /**
   * The earlier message, which now names the later one. Fails with {@code NotFound}, {@code
   * AccessDenied} or {@code Archived}.
   */
  CompletionStage<Message> handle(
      Actor.OfUser actor, ConversationId conversation, MessageId earlier, MessageId later);
}
