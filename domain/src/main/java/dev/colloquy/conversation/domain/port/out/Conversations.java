package dev.colloquy.conversation.domain.port.out;

import dev.colloquy.conversation.domain.Conversation;
import dev.colloquy.shared.domain.Change;
import dev.colloquy.shared.domain.ConversationId;
import dev.colloquy.shared.domain.UserId;
import dev.colloquy.shared.domain.WorkspaceId;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletionStage;

/** The conversations, deleted ones included until they are purged. */
public interface Conversations {

  /** Inside a unit of work or outside; the writing operations only inside. */
  CompletionStage<Optional<Conversation>> find(ConversationId id);

  /**
   * The conversations of a workspace in which the user takes part, deleted ones included; locked
   * against other changes until the unit of work ends.
   */
  CompletionStage<List<ConversationId>> withSeatOf(UserId user, WorkspaceId workspace);

  /**
   * Writes a new conversation with its participants and its events. The workspace cannot be closed
   * until the unit of work ends.
   *
   * @return fails with {@code NotFound} or {@code Archived} where the workspace takes no changes,
   *     with {@code IntegrityError} where a participant is not a member of it
   */
  CompletionStage<Conversation> add(Change<Conversation> started);

  /**
   * Writes a changed conversation and its events, or nothing where nothing changed. Where a seat
   * ends or the conversation closes, it waits for the messages that are being appended and lets no
   * further one in.
   *
   * @return fails with {@code Conflict} where it was changed since it was read, with {@code
   *     IntegrityError} where a participant is not a member of the workspace
   */
  CompletionStage<Conversation> save(Change<Conversation> changed);
}
