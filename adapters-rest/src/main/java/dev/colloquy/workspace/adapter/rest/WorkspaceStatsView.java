package dev.colloquy.workspace.adapter.rest;

import dev.colloquy.workspace.domain.WorkspaceStats;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What there is in a workspace.
 *
 * @param lastActiveAt when something was last said; null where nothing ever was
 */
record WorkspaceStatsView(
    long members,
    long conversations,
    long archivedConversations,
    long messages,
    @Nullable Instant lastActiveAt) {

  static WorkspaceStatsView of(WorkspaceStats stats) {
    return new WorkspaceStatsView(
        stats.members(),
        stats.conversations(),
        stats.archivedConversations(),
        stats.messages(),
        stats.lastActiveAt().orElse(null));
  }
}
