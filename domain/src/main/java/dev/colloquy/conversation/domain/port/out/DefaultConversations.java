package dev.colloquy.conversation.domain.port.out;

import dev.colloquy.shared.domain.ConversationId;
import dev.colloquy.shared.domain.UserId;
import java.util.Optional;
import java.util.concurrent.CompletionStage;

/** Where a user's input goes that names no conversation. Inside a unit of work only. */
public interface DefaultConversations {

  /** Holds off everybody else who asks for the same user until the unit of work ends. */
  CompletionStage<Optional<ConversationId>> find(UserId user);

  /** Makes it this one from now on. */
  CompletionStage<Void> put(UserId user, ConversationId conversation);
}
