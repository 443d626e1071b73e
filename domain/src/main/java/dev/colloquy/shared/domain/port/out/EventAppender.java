package dev.colloquy.shared.domain.port.out;

import dev.colloquy.shared.domain.DomainEvent;
import java.util.List;
import java.util.concurrent.CompletionStage;

/**
 * Writes what happened, in the unit of work that made it happen. Repositories call it after they
 * have flushed the rows that the events speak of, or the feed's order breaks.
 */
public interface EventAppender {

  /** Keeps the events in this order; fails with {@code IllegalStateException} outside a unit. */
  CompletionStage<Void> append(List<? extends DomainEvent> events);
}
