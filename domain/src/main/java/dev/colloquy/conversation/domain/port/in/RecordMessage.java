package dev.colloquy.conversation.domain.port.in;

import dev.colloquy.conversation.domain.Content;
import dev.colloquy.conversation.domain.Message;
import dev.colloquy.conversation.domain.MessageId;
import dev.colloquy.conversation.domain.MessageRole;
import dev.colloquy.conversation.domain.Sender;
import dev.colloquy.shared.domain.Actor;
import dev.colloquy.shared.domain.ConversationId;
import dev.colloquy.shared.domain.Metadata;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletionStage;

/** Says something in a conversation as part of a unit of work that does more; for handlers. */
public interface RecordMessage {

  /**
   * Fails with {@code NotFound}, {@code AccessDenied}, {@code Archived}, with {@code
   * ValidationError} at the pointer of a parent that is not in the conversation, and with {@code
   * IllegalStateException} outside a unit of work.
   */
  CompletionStage<Message> handle(Command command);

  /**
   * Something to be said.
   *
   * @param actor the user behind him must take part in the conversation, whoever the sender is
   */
  record Command(
      Actor.OfUser actor,
      ConversationId conversation,
      Sender sender,
      MessageRole role,
      Content content,
      Optional<MessageId> parent,
      Optional<UUID> run,
      Optional<Integer> tokenCount,
      Metadata metadata) {}
}
