package dev.colloquy.conversation.domain.port.out;

import dev.colloquy.conversation.domain.Message;
import dev.colloquy.conversation.domain.MessageWindow;
import dev.colloquy.conversation.domain.Posting;
import dev.colloquy.shared.domain.Actor;
import dev.colloquy.shared.domain.ConversationId;
import dev.colloquy.shared.domain.Page;
import java.util.concurrent.CompletionStage;

/**
 * What was said in conversations, in order. Each operation checks access in the same step: {@code
 * ConversationRight} and this port always answer alike, but for the scopes of keys, which are the
 * caller's to check.
 */
public interface MessageLog {

  /** What a long page weighs at the most, but for its last message, by the contents in UTF-8. */
  int PAGE_BYTES = 4 << 20;

  /** Pages of no more messages are read as they are. */
  int SHORT_PAGE = 50;

  /**
   * Puts a message at the end of its conversation, with its event and with the record of its
   * request; all of it or nothing. Appends to one conversation queue up; none commits after the
   * poster's seat has ended or the conversation has closed.
   *
   * @return fails with {@code Conflict} where a race ended without any of the outcomes
   */
  CompletionStage<Outcome> append(Posting posting);

  /**
   * Reads a part of a conversation in ascending order. One of more than {@link #SHORT_PAGE}
   * messages ends early where it weighs {@link #PAGE_BYTES}, and goes on in the next.
   *
   * @param limit from 1 to 200
   */
  CompletionStage<Listing> list(
      Actor.OfUser reader, ConversationId conversation, MessageWindow window, int limit);

  /** What an append comes to. */
  sealed interface Outcome {

    record Appended(Message message) implements Outcome {}

    /** The key's first request has put this message there, as it is today. */
    record Replayed(Message message) implements Outcome {}

    /** The key was used for another request. */
    record KeyReused() implements Outcome {}

    /** The parent is not in the conversation. */
    record UnknownParent() implements Outcome {}

    /**
     * The conversation takes no changes.
     *
     * @param thing what is archived: "conversation", or the "workspace" it stands in
     */
    record Archived(String thing) implements Outcome {}
  }

  /** What a list comes to. */
  sealed interface Listing {

    record Listed(Page<Message> messages) implements Listing {}
  }

  /** There is no such conversation, or it was deleted, or its workspace was. */
  record NotFound() implements Outcome, Listing {}

  /** The user does not take part, or his key does not reach the workspace. */
  record NotParticipant() implements Outcome, Listing {}
}
