package dev.colloquy.conversation.domain.port.in;

import dev.colloquy.conversation.domain.Content;
import dev.colloquy.conversation.domain.MessageId;
import dev.colloquy.conversation.domain.MessageRole;
import dev.colloquy.conversation.domain.Posted;
import dev.colloquy.conversation.domain.RequestKey;
import dev.colloquy.shared.domain.Actor;
import dev.colloquy.shared.domain.ConversationId;
import dev.colloquy.shared.domain.Metadata;
import java.util.Optional;
import java.util.concurrent.CompletionStage;

/**
 * Says something in a conversation, in one statement that commits by itself. It must not be called
 * inside a unit of work; there {@link RecordMessage} serves.
 */
public interface PostMessage {

  /**
   * Fails with {@code NotFound}, {@code AccessDenied} (for a role other than user, too), {@code
   * Archived}, {@code IdempotencyKeyReused}, and with {@code ValidationError} at the pointer of a
   * parent that is not in the conversation.
   */
  CompletionStage<Posted> handle(Command command);

  record Command(
      Actor.OfUser actor,
      ConversationId conversation,
      Content content,
      MessageRole role,
      Optional<MessageId> parent,
      Metadata metadata,
      Optional<RequestKey> key) {}
}
