package dev.colloquy.workspace.adapter.rest;

import dev.colloquy.shared.adapter.rest.answer.Text;
import dev.colloquy.workspace.domain.MyWorkspace;
import dev.colloquy.workspace.domain.Workspace;
import dev.colloquy.workspace.domain.WorkspaceDraft;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A workspace as a member sees it.
 *
 * @param myRole owner, admin, editor or viewer
 */
record WorkspaceView(
    UUID id,
    String name,
    String description,
    UUID ownerId,
    String type,
    String status,
    Map<String, @Nullable Object> settings,
    String myRole,
    Map<String, @Nullable Object> metadata,
    Instant createdAt,
    Instant updatedAt,
    long version) {

  static WorkspaceView of(MyWorkspace mine) {
    Workspace workspace = mine.workspace();
    WorkspaceDraft draft = workspace.draft();
    return new WorkspaceView(
        workspace.id().value(),
        draft.name().value(),
        draft.description().value(),
        workspace.owner().value(),
        Text.of(draft.type()),
        Text.of(workspace.status()),
        draft.settings().values(),
        Text.of(mine.myRole()),
        draft.metadata().values(),
        workspace.createdAt(),
        workspace.updatedAt(),
        workspace.version());
  }
}
