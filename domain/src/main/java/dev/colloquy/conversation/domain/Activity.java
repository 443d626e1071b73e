package dev.colloquy.conversation.domain;

import java.time.Instant;
import java.util.Optional;

/**
 * What goes on in a conversation; it changes without the conversation's version.
 *
 * @param unreadCount others' messages after the reader's read marker; counted up to {@link
 *     #MOST_UNREAD}
 * @param summary what was said before, in short
 */
public record Activity(
    Instant lastActiveAt, long messageCount, long unreadCount, Optional<String> summary) {

  /** Of one that nobody has summed up. */
  public Activity(Instant lastActiveAt, long messageCount, long unreadCount) {
    this(lastActiveAt, messageCount, unreadCount, Optional.empty());
  }

  /** Nobody counts on; and no list has to count a whole long conversation. */
  public static final int MOST_UNREAD = 1000;
}
