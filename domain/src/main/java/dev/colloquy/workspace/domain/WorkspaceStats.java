package dev.colloquy.workspace.domain;

import java.time.Instant;
import java.util.Optional;

/**
 * What there is in a workspace.
 *
 * @param conversations those that are not deleted
 * @param messages in those conversations
 * @param lastActiveAt when something was last said in them
 */
public record WorkspaceStats(
    long members,
    long conversations,
    long archivedConversations,
    long messages,
    Optional<Instant> lastActiveAt) {}
