package dev.colloquy.conversation.domain.port.in;

import dev.colloquy.conversation.domain.MessageId;
import dev.colloquy.conversation.domain.MyConversation;
import dev.colloquy.conversation.domain.Topic;
import dev.colloquy.shared.domain.Actor;
import dev.colloquy.shared.domain.ConversationId;
import java.util.Optional;
import java.util.concurrent.CompletionStage;

/** Goes on from a point of a conversation in a new one of the actor's. */
public interface ForkConversation {

  /**
   * Copies the messages up to the point, with their places and times, but no revisions. Fails with
   * {@code NotFound}, {@code AccessDenied}, {@code Archived} for the workspace, and with {@code
   * ValidationError} at the pointer of a message that is not in the conversation.
   */
  CompletionStage<MyConversation> handle(Command command);

  /**
   * From where to fork.
   *
   * @param upTo the last message to copy; all of them where it is empty
   * @param topic of the fork; the same where it is empty
   */
  record Command(
      Actor.OfUser actor,
      ConversationId conversation,
      Optional<MessageId> upTo,
      Optional<Topic> topic) {}
}
