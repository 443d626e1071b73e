package dev.colloquy.search.domain;

import dev.colloquy.shared.domain.ConversationId;
import dev.colloquy.shared.domain.WorkspaceId;
import java.util.UUID;

/**
 * Something that fits.
 *
 * @param conversation the one that it stands in, or itself
 * @param highlight a piece of its text with what fits between asterisks
 * @param score how well it fits; comparable within one search only
 */
public record Found(
    FoundType type,
    UUID id,
    WorkspaceId workspace,
    ConversationId conversation,
    String highlight,
    double score) {}
