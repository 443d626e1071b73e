package dev.colloquy.event.domain.port.in;

import dev.colloquy.event.domain.Reader;
import dev.colloquy.event.domain.StreamItem;
import dev.colloquy.shared.domain.InvalidValue;
import java.util.OptionalLong;
import java.util.concurrent.Executor;
import java.util.concurrent.Flow;

/** Follows the feed as it grows, as far as today's memberships let the reader see it. */
public interface FollowEvents {

  /**
   * Begins with {@code Connected} and goes on without loss, repetition or change of order until the
   * subscriber cancels. All signals come on the executor, which must run tasks one after the other.
   *
   * <p>Completes when the reader has lost his right to the place or to act at all. Fails before the
   * first item with {@code NotFound} or {@code AccessDenied}; fails later with {@code Unavailable}
   * where the reader is too slow or the node stops: then he may resume after the last position.
   */
  Flow.Publisher<StreamItem> handle(Query query, Executor executor);

  /**
   * What to follow.
   *
   * @param after the last position that the reader has seen; empty begins now
   */
  record Query(Reader reader, OptionalLong after) {

    public Query {
      if (after.isPresent() && after.getAsLong() < 0) {
        throw new InvalidValue("must not be negative");
      }
    }
  }
}
