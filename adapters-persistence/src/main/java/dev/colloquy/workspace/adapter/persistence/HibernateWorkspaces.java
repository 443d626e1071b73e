package dev.colloquy.workspace.adapter.persistence;

import dev.colloquy.shared.adapter.persistence.Columns;
import dev.colloquy.shared.adapter.persistence.Entities;
import dev.colloquy.shared.adapter.persistence.Sql;
import dev.colloquy.shared.adapter.persistence.UniqueViolation;
import dev.colloquy.shared.domain.Change;
import dev.colloquy.shared.domain.CommonException.Duplicate;
import dev.colloquy.shared.domain.UserId;
import dev.colloquy.shared.domain.WorkspaceId;
import dev.colloquy.shared.domain.port.out.EventAppender;
import dev.colloquy.workspace.domain.Workspace;
import dev.colloquy.workspace.domain.port.out.Workspaces;
import io.vertx.sqlclient.Tuple;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

/** Workspaces as rows of their table. */
public final class HibernateWorkspaces implements Workspaces {

  private static final String OWNED =
      "select count(*) from workspace where owner_id = $1 and status <> 'deleted'";

  private static final String HOLD_OFF = "select pg_advisory_xact_lock(hashtextextended($1, 1))";

  private static final String SEAT_THE_OWNER =
      """
      insert into workspace_member (workspace_id, user_id, role, created_at)
      values ($1, $2, 'owner', $3)""";

  private final Entities entities;
  private final Sql sql;
  private final EventAppender events;

  public HibernateWorkspaces(Entities entities, Sql sql, EventAppender events) {
    this.entities = entities;
    this.sql = sql;
    this.events = events;
  }

  @Override
  public CompletionStage<Optional<Workspace>> find(WorkspaceId id) {
    return entities
        .find(WorkspaceEntity.class, id.value())
        .thenApply(found -> found.map(WorkspaceMapper::workspace));
  }

  @Override
  public CompletionStage<Long> countOwnedBy(UserId owner) {
    // a statement of its own: the count's snapshot must be younger than the lock
    return sql.inUnitOfWork(HOLD_OFF, Tuple.of("workspaces of " + owner))
        .thenCompose(held -> sql.inUnitOfWork(OWNED, Tuple.of(owner.value())))
        .thenApply(rows -> rows.iterator().next().getLong(0));
  }

  @Override
  public CompletionStage<Workspace> add(Change<Workspace> opened) {
    Workspace workspace = opened.now();
    return entities
        .persist(WorkspaceMapper.entity(workspace))
        .thenCompose(row -> sql.inUnitOfWork(SEAT_THE_OWNER, seat(workspace)))
        .thenCompose(seated -> events.append(opened.events()))
        .thenApply(written -> workspace)
        .exceptionallyCompose(UniqueViolation.becomes(HibernateWorkspaces::nameTaken));
  }

  @Override
  public CompletionStage<Workspace> save(Change<Workspace> changed) {
    Workspace workspace = changed.now();
    if (changed.isNothing()) {
      return CompletableFuture.completedFuture(workspace);
    }
    return entities
        .update(
            WorkspaceEntity.class,
            workspace.id().value(),
            workspace.version(),
            row -> WorkspaceMapper.write(workspace, row))
        .thenCompose(row -> events.append(changed.events()))
        .thenApply(written -> workspace)
        .exceptionallyCompose(UniqueViolation.becomes(HibernateWorkspaces::nameTaken));
  }

  private static Tuple seat(Workspace workspace) {
    return Tuple.of(
        workspace.id().value(),
        workspace.owner().value(),
        Columns.timestamp(workspace.createdAt()));
  }

  private static Duplicate nameTaken() {
    return new Duplicate("The owner has another workspace of this name.");
  }
}
