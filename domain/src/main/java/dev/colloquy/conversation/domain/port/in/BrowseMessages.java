package dev.colloquy.conversation.domain.port.in;

import dev.colloquy.conversation.domain.Message;
import dev.colloquy.conversation.domain.MessageId;
import dev.colloquy.conversation.domain.MessageWindow;
import dev.colloquy.conversation.domain.Revision;
import dev.colloquy.shared.domain.Actor;
import dev.colloquy.shared.domain.ConversationId;
import dev.colloquy.shared.domain.Page;
import dev.colloquy.shared.domain.PageRequest;
import java.util.concurrent.CompletionStage;

/** Reads what was said; for participants. */
public interface BrowseMessages {

  /**
   * A part of the conversation in ascending order; the cursor leads on in the window's direction,
   * to older messages from the newest.
   *
   * @param limit from 1 to 200
   * @return fails with {@code NotFound} or {@code AccessDenied}
   */
  CompletionStage<Page<Message>> list(
      Actor.OfUser actor, ConversationId conversation, MessageWindow window, int limit);

  /** Fails with {@code NotFound} or {@code AccessDenied}. */
  CompletionStage<Message> get(Actor.OfUser actor, ConversationId conversation, MessageId message);

  /** The earlier texts, oldest first. Fails with {@code NotFound} or {@code AccessDenied}. */
  CompletionStage<Page<Revision>> revisions(
      Actor.OfUser actor, ConversationId conversation, MessageId message, PageRequest page);
}
