package dev.colloquy.event.domain.port.out;

import dev.colloquy.shared.domain.Actor;
import dev.colloquy.shared.domain.Origin;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.CompletionStage;

/** Tickets that were given out and not yet used. */
public interface Tickets {

  /** Remembers a ticket by its hash, and forgets those that have expired at {@code now}. */
  CompletionStage<Void> keep(String hash, Actor.OfUser actor, Instant now, Instant expiresAt);

  /**
   * Takes a ticket away, so that of many who show it only one gets it.
   *
   * @param origin given to the actor in place of the one it had
   * @return empty where there is none of this hash, or it has expired at {@code now}
   */
  CompletionStage<Optional<Actor.OfUser>> take(String hash, Origin origin, Instant now);
}
