package dev.colloquy.conversation.domain.port.out;

import dev.colloquy.conversation.domain.Message;
import dev.colloquy.conversation.domain.MessageId;
import dev.colloquy.conversation.domain.Revision;
import dev.colloquy.shared.domain.Change;
import dev.colloquy.shared.domain.ConversationId;
import dev.colloquy.shared.domain.Page;
import dev.colloquy.shared.domain.PageRequest;
import dev.colloquy.shared.domain.UserId;
import java.util.Optional;
import java.util.concurrent.CompletionStage;

/** Single messages, of conversations to which access was checked. */
public interface Messages {

  /** The message, deleted or not, where the conversation has it. */
  CompletionStage<Optional<Message>> find(ConversationId conversation, MessageId id);

  /**
   * The texts that edits have replaced, oldest first. A page ends early where it weighs {@link
   * MessageLog#PAGE_BYTES}, and goes on in the next.
   */
  CompletionStage<Page<Revision>> revisions(MessageId message, PageRequest page);

  /**
   * Copies the messages up to a place into a new, empty conversation, each with its place and time
   * under an id of its own; only inside a unit of work.
   */
  CompletionStage<Void> copy(ConversationId from, long upTo, ConversationId to);

  /**
   * Holds the user's seat and the conversation open until the unit of work ends: neither a removal
   * nor an archiving commits before it. What was seen of them before must be read again.
   */
  CompletionStage<Void> hold(ConversationId conversation, UserId user);

  /**
   * Writes a changed message and its events, or nothing where nothing changed; only inside a unit
   * of work. A replaced text is kept as a revision, and deleting erases the revisions.
   *
   * @return fails with {@code Conflict} where it was changed since it was read
   */
  CompletionStage<Message> save(Change<Message> changed);
}
