package dev.colloquy.event.domain.port.in;

import dev.colloquy.event.domain.EventPage;
import dev.colloquy.event.domain.Reader;
import dev.colloquy.shared.domain.InvalidValue;
import dev.colloquy.shared.domain.PageRequest;
import java.util.concurrent.CompletionStage;

/** Reads a part of the feed, as far as today's memberships let the reader see it. */
public interface ReadEvents {

  /** Fails with {@code NotFound} or {@code AccessDenied} where a place was asked for. */
  CompletionStage<EventPage> handle(Query query);

  /**
   * Which part.
   *
   * @param after the position after which it begins; 0 begins with the oldest that is kept
   * @param limit how many events at the most, from 1 to {@link PageRequest#MAX_LIMIT}
   */
  record Query(Reader reader, long after, int limit) {

    public Query {
      if (after < 0) {
        throw new InvalidValue("must not be negative");
      }
      if (limit < 1 || limit > PageRequest.MAX_LIMIT) {
        throw new InvalidValue("must be from 1 to " + PageRequest.MAX_LIMIT);
      }
    }
  }
}
