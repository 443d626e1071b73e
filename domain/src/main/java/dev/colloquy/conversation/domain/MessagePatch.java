package dev.colloquy.conversation.domain;

import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A change of a message; what is empty stays as it is. Metadata is merged (RFC 7396). */
public record MessagePatch(
    Optional<Content> content, Optional<Map<String, @Nullable Object>> metadata) {}
