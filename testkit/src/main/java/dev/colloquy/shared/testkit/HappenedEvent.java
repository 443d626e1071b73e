package dev.colloquy.shared.testkit;

import dev.colloquy.shared.domain.Actor;
import dev.colloquy.shared.domain.Audience;
import dev.colloquy.shared.domain.DomainEvent;
import dev.colloquy.shared.domain.Subject;
import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Any event, for tests that only count them. */
public record HappenedEvent(
    String type,
    Actor actor,
    Instant occurredAt,
    Subject subject,
    Audience audience,
    Map<String, @Nullable Object> data)
    implements DomainEvent {}
