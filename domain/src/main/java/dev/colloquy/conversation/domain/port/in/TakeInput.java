package dev.colloquy.conversation.domain.port.in;

import dev.colloquy.conversation.domain.Content;
import dev.colloquy.conversation.domain.Message;
import dev.colloquy.shared.domain.Actor;
import dev.colloquy.shared.domain.ConversationId;
import dev.colloquy.shared.domain.Metadata;
import java.util.Optional;
import java.util.concurrent.CompletionStage;

/** Takes what a person says, wherever it belongs. */
public interface TakeInput {

  /**
   * Without a conversation it goes to the user's default one, which is made on demand, as is a
   * workspace of his for it. Fails with {@code NotFound}, {@code AccessDenied}, {@code Archived} or
   * {@code WorkspaceLimitExceeded}.
   */
  CompletionStage<Message> handle(Command command);

  record Command(
      Actor.OfUser actor,
      Content content,
      Optional<ConversationId> conversation,
      Metadata metadata) {}
}
