package dev.colloquy.event.domain;

import dev.colloquy.shared.domain.RecordedEvent;
import java.time.Duration;
import java.time.Instant;
import java.util.Set;

/** Events that mean something for a moment only; whoever comes later is not told of them. */
public final class Fleeting {

  /** For how long they are told. */
  public static final Duration MOMENT = Duration.ofSeconds(10);

  private static final Set<String> TYPES = Set.of("conversation.typing");

  private Fleeting() {}

  /** Whether the event is of this kind and its moment has passed. */
  public static boolean isOver(RecordedEvent event, Instant now) {
    return TYPES.contains(event.type()) && event.occurredAt().plus(MOMENT).isBefore(now);
  }
}
