package dev.colloquy.event.domain;

import dev.colloquy.shared.domain.RecordedEvent;
import java.util.Optional;
import java.util.Set;

/**
 * A message was taken back: of the events that told its content, no more is left than what tells
 * its deletion.
 */
public record Retraction(RecordedEvent deletion) {

  private static final Set<String> TELLING = Set.of("message.created", "message.updated");

  /** The retraction that an event is; most are none. */
  public static Optional<Retraction> of(RecordedEvent event) {
    return event.type().equals("message.deleted")
        ? Optional.of(new Retraction(event))
        : Optional.empty();
  }

  public boolean concerns(RecordedEvent told) {
    return TELLING.contains(told.type()) && told.subject().equals(deletion.subject());
  }

  /** The event without what it told. */
  public RecordedEvent blanked(RecordedEvent told) {
    return new RecordedEvent(
        told.position(),
        told.id(),
        told.type(),
        told.version(),
        told.occurredAt(),
        told.actorKind(),
        told.actorId(),
        told.workspaceId(),
        told.conversationId(),
        told.subject(),
        told.correlationId(),
        told.audience(),
        deletion.data());
  }
}
