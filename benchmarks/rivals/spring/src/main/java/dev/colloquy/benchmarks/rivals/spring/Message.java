package dev.colloquy.benchmarks.rivals.spring;

import com.fasterxml.jackson.databind.PropertyNamingStrategies.SnakeCaseStrategy;
import com.fasterxml.jackson.databind.annotation.JsonNaming;
import java.time.OffsetDateTime;
import java.util.UUID;

/** A message as it is answered. */
@JsonNaming(SnakeCaseStrategy.class)
record Message(
    UUID id,
    UUID conversationId,
    long seq,
    UUID senderId,
    String content,
    OffsetDateTime sentAt) {}
