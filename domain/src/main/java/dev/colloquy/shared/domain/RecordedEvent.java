package dev.colloquy.shared.domain;

import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An event as it stands in the feed.
 *
 * @param position its place; consecutive over the whole installation, from 1
 * @param actorKind "person", "key", "agent" or "system"
 * @param actorId empty for the system's own jobs
 * @param correlationId the command that caused it
 * @param data the resource's public JSON, or what is left of it after erasure
 */
public record RecordedEvent(
    long position,
    UUID id,
    String type,
    int version,
    Instant occurredAt,
    String actorKind,
    Optional<UUID> actorId,
    Optional<WorkspaceId> workspaceId,
    Optional<ConversationId> conversationId,
    Subject subject,
    UUID correlationId,
    Audience audience,
    Map<String, @Nullable Object> data) {}
