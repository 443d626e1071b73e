package dev.colloquy.workspace.adapter.persistence;

import dev.colloquy.shared.adapter.persistence.Columns;
import dev.colloquy.shared.domain.Metadata;
import dev.colloquy.shared.domain.UserId;
import dev.colloquy.shared.domain.WorkspaceId;
import dev.colloquy.workspace.domain.Description;
import dev.colloquy.workspace.domain.Workspace;
import dev.colloquy.workspace.domain.WorkspaceDraft;
import dev.colloquy.workspace.domain.WorkspaceName;
import dev.colloquy.workspace.domain.WorkspaceStatus;
import dev.colloquy.workspace.domain.WorkspaceType;
import io.vertx.sqlclient.Row;
import java.util.Optional;

/** Between a workspace and its row. */
final class WorkspaceMapper {

  /** The columns that {@link #workspace(Row)} reads, of the table under the name {@code w}. */
  static final String COLUMNS =
      """
      w.id, w.owner_id, w.name, w.description, w.type, w.status, w.settings, w.metadata, \
      w.created_at, w.updated_at, w.deleted_at, w.version""";

  private WorkspaceMapper() {}

  static Workspace workspace(WorkspaceEntity row) {
    return new Workspace(
        new WorkspaceId(row.id),
        new UserId(row.owner),
        new WorkspaceDraft(
            new WorkspaceName(row.name),
            new Description(row.description),
            Columns.constant(WorkspaceType.class, row.type),
            new Metadata(row.settings),
            new Metadata(row.metadata)),
        Columns.constant(WorkspaceStatus.class, row.status),
        row.createdAt,
        row.updatedAt,
        Optional.ofNullable(row.deletedAt),
        row.version);
  }

  static Workspace workspace(Row row) {
    return new Workspace(
        new WorkspaceId(row.getUUID("id")),
        new UserId(row.getUUID("owner_id")),
        new WorkspaceDraft(
            new WorkspaceName(row.getString("name")),
            new Description(row.getString("description")),
            Columns.constant(WorkspaceType.class, row.getString("type")),
            new Metadata(Columns.object(row, "settings")),
            new Metadata(Columns.object(row, "metadata"))),
        Columns.constant(WorkspaceStatus.class, row.getString("status")),
        Columns.instant(row, "created_at"),
        Columns.instant(row, "updated_at"),
        Columns.optionalInstant(row, "deleted_at"),
        row.getLong("version"));
  }

  static WorkspaceEntity entity(Workspace workspace) {
    WorkspaceEntity row = new WorkspaceEntity();
    row.id = workspace.id().value();
    row.createdAt = workspace.createdAt();
    row.version = workspace.version();
    write(workspace, row);
    return row;
  }

  /** Writes what a decision may have changed; the engine counts the version itself. */
  static void write(Workspace workspace, WorkspaceEntity row) {
    WorkspaceDraft draft = workspace.draft();
    row.owner = workspace.owner().value();
    row.name = draft.name().value();
    row.description = draft.description().value();
    row.type = Columns.text(draft.type());
    row.status = Columns.text(workspace.status());
    row.settings = draft.settings().values();
    row.metadata = draft.metadata().values();
    row.updatedAt = workspace.updatedAt();
    row.deletedAt = workspace.deletedAt().orElse(null);
  }
}
