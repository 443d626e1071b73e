package dev.colloquy.conversation.domain;

import java.time.Instant;

/**
 * What goes on in a conversation; it changes without the conversation's version.
 *
 * @param unreadCount others' messages after the reader's read marker; counted up to {@link
 *     #MOST_UNREAD}
 */
public record Activity(Instant lastActiveAt, long messageCount, long unreadCount) {

  /** Nobody counts on; and no list has to count a whole long conversation. */
  public static final int MOST_UNREAD = 1000;
}
