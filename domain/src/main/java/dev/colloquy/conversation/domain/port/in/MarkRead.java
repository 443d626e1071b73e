package dev.colloquy.conversation.domain.port.in;

import dev.colloquy.shared.domain.Actor;
import dev.colloquy.shared.domain.ConversationId;
import java.util.concurrent.CompletionStage;

/** Remembers how far a participant has read; from there on messages count as unread. */
public interface MarkRead {

  /**
   * Fails with {@code NotFound}, {@code AccessDenied}, {@code Archived}, and with {@code
   * ValidationError} for a place that no message has yet.
   */
  CompletionStage<Void> handle(Command command);

  /**
   * How far.
   *
   * @param seq the last message read; 0 makes all of them unread
   */
  record Command(Actor.OfUser actor, ConversationId conversation, long seq) {}
}
