package dev.colloquy.event.domain.port.out;

import dev.colloquy.event.domain.EventPage;
import dev.colloquy.event.domain.Reader;
import dev.colloquy.event.domain.StreamItem;
import java.util.OptionalLong;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Executor;
import java.util.concurrent.Flow;

/**
 * The feed: consecutive positions from 1, in an order that each conversation's own one respects.
 */
public interface EventFeed {

  /**
   * The events after a position that the reader wants and may see by today's memberships. One round
   * trip to the database, whatever the outcome.
   *
   * @param limit how many at the most; a page with fewer has looked at everything up to the head
   * @return fails with {@code NotFound} where the reader's place does not exist and with {@code
   *     AccessDenied} where he has no part in it
   */
  CompletionStage<EventPage> page(Reader reader, long after, int limit);

  /**
   * The same, and what is yet to come. Signals come on the executor, which must run tasks one after
   * the other; items wait for demand, and nothing is kept for a reader but his position.
   *
   * <p>Completes when the reader has lost his right to the place. Fails as {@link #page} does, and
   * with {@code Unavailable} for a reader who lets items wait too long, or when the feed stops.
   *
   * @param after empty begins at the head
   */
  Flow.Publisher<StreamItem> follow(Reader reader, OptionalLong after, Executor executor);
}
