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
   * @param limit how many at the most; a page may have fewer, for it is bounded in bytes too, and
   *     says itself where the next one begins
   * @return fails with {@code NotFound} where the reader's place does not exist, with {@code
   *     AccessDenied} where he has no part in it, and with {@code ActorEnded} where his session or
   *     key has ended
   */
  CompletionStage<EventPage> page(Reader reader, long after, int limit);

  /**
   * The same, and what is yet to come. Signals come on the executor, which must run tasks one after
   * the other, and the subscription is to be used there too. Items wait for demand; little more is
   * kept for a reader than his position.
   *
   * <p>Completes when the reader has lost his right to the place. Fails as {@link #page} does, and
   * with {@code Unavailable} for a reader who lets items wait too long, or when the feed stops.
   *
   * @param after empty begins at the head
   */
  Flow.Publisher<StreamItem> follow(Reader reader, OptionalLong after, Executor executor);
}
