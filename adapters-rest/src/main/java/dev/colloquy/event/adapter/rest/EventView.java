package dev.colloquy.event.adapter.rest;

import dev.colloquy.shared.domain.ConversationId;
import dev.colloquy.shared.domain.RecordedEvent;
import dev.colloquy.shared.domain.WorkspaceId;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** Something that happened. */
@Schema(name = "Event", description = "Something that happened, at its place in the feed.")
record EventView(
    @Schema(
            description = "Consecutive over the whole installation; resume after it.",
            minimum = "1")
        long position,
    UUID id,
    @Schema(examples = "message.created") String type,
    @Schema(description = "Raised when this type's data changes its shape.") int version,
    Instant occurredAt,
    ActorView actor,
    @Nullable UUID workspaceId,
    @Nullable UUID conversationId,
    SubjectView subject,
    @Schema(description = "The same for all that one command caused.") UUID correlationId,
    @Schema(description = "The resource after the change; see docs/events.md.")
        Map<String, @Nullable Object> data) {

  /** Who made it happen. */
  @Schema(name = "EventActor")
  record ActorView(
      @Schema(enumeration = {"person", "key", "agent", "system"}) String type, @Nullable UUID id) {}

  /** What it happened to. */
  @Schema(name = "EventSubject")
  record SubjectView(@Schema(examples = "message") String type, UUID id) {}

  static EventView of(RecordedEvent event) {
    return new EventView(
        event.position(),
        event.id(),
        event.type(),
        event.version(),
        event.occurredAt(),
        new ActorView(event.actorKind(), event.actorId().orElse(null)),
        event.workspaceId().map(WorkspaceId::value).orElse(null),
        event.conversationId().map(ConversationId::value).orElse(null),
        new SubjectView(event.subject().type(), event.subject().id()),
        event.correlationId(),
        event.data());
  }
}
