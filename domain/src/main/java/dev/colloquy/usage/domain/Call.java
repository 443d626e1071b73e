package dev.colloquy.usage.domain;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/**
 * A call of a model that was asked for and has not ended.
 *
 * @param model who is asked
 * @param expected what it takes at the most
 * @param began decides the day and month in which it counts
 * @param lapses when it is forgotten, for one whose end may be missed; empty for a run's, which
 *     ends by itself
 */
public record Call(
    CallId id,
    Kind kind,
    Spender spender,
    UUID model,
    Consumption expected,
    Instant began,
    Optional<Instant> lapses) {

  /** How long a direct chat may go on before its node is taken for lost. */
  public static final Duration LONGEST_CHAT = Duration.ofHours(1);

  /** What asks. */
  public enum Kind {
    RUN,
    CHAT
  }

  public static Call begun(
      CallId id, Kind kind, Spender spender, UUID model, Consumption expected, Instant now) {
    Optional<Instant> lapses =
        switch (kind) {
          case RUN -> Optional.empty();
          case CHAT -> Optional.of(now.plus(LONGEST_CHAT));
        };
    return new Call(id, kind, spender, model, expected, now, lapses);
  }

  /** The same call, which goes to this model and is thought to take that much. */
  public Call expecting(UUID asked, Consumption most) {
    return new Call(id, kind, spender, asked, most, began, lapses);
  }

  /** The run whose call it is, if it is one's. */
  public Optional<UUID> run() {
    return kind == Kind.RUN ? Optional.of(id.value()) : Optional.empty();
  }
}
