package dev.colloquy.workspace.adapter.persistence;

import dev.colloquy.shared.adapter.persistence.Columns;
import dev.colloquy.shared.adapter.persistence.Sql;
import dev.colloquy.shared.domain.Change;
import dev.colloquy.shared.domain.CommonException.Conflict;
import dev.colloquy.shared.domain.Page;
import dev.colloquy.shared.domain.PageRequest;
import dev.colloquy.shared.domain.UserId;
import dev.colloquy.shared.domain.WorkspaceId;
import dev.colloquy.shared.domain.port.out.EventAppender;
import dev.colloquy.workspace.domain.Invitation;
import dev.colloquy.workspace.domain.InvitationId;
import dev.colloquy.workspace.domain.InvitationStatus;
import dev.colloquy.workspace.domain.InvitedEmail;
import dev.colloquy.workspace.domain.MemberRole;
import dev.colloquy.workspace.domain.port.out.Invitations;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.Tuple;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

/** Invitations as rows of the table {@code workspace_invitation}. */
public final class PgInvitations implements Invitations {

  private static final String SELECT =
      """
      select id, workspace_id, email, role, invited_by, status, created_at, expires_at
      from workspace_invitation
      """;

  private static final String FIND = SELECT + "where workspace_id = $1 and id = $2";

  private static final String FIND_BY_TOKEN = SELECT + "where token_hash = $1";

  private static final String OPEN =
      SELECT
          + """
          where workspace_id = $1 and status = 'pending' and expires_at > $2
            and ($3::uuid is null or id < $3)
          order by id desc limit $4""";

  private static final String ADD =
      """
      insert into workspace_invitation
        (id, workspace_id, email, role, token_hash, invited_by, status, created_at, expires_at)
      values ($1, $2, $3, $4, $5, $6, $7, $8, $9)""";

  private static final String SAVE =
      "update workspace_invitation set status = $2 where id = $1 and status = 'pending'";

  private final Sql sql;
  private final EventAppender events;

  public PgInvitations(Sql sql, EventAppender events) {
    this.sql = sql;
    this.events = events;
  }

  @Override
  public CompletionStage<Optional<Invitation>> find(WorkspaceId workspace, InvitationId id) {
    return sql.read(FIND, Tuple.of(workspace.value(), id.value()))
        .thenApply(rows -> Columns.first(rows, PgInvitations::invitation));
  }

  @Override
  public CompletionStage<Optional<Invitation>> findByToken(String tokenHash) {
    return sql.read(FIND_BY_TOKEN, Tuple.of(tokenHash))
        .thenApply(rows -> Columns.first(rows, PgInvitations::invitation));
  }

  @Override
  public CompletionStage<Page<Invitation>> openIn(
      WorkspaceId workspace, Instant now, PageRequest page) {
    UUID after = page.after().map(cursor -> UUID.fromString(cursor.position())).orElse(null);
    return sql.read(
            OPEN, Tuple.of(workspace.value(), Columns.timestamp(now), after, page.limit() + 1))
        .thenApply(rows -> Columns.list(rows, PgInvitations::invitation))
        .thenApply(found -> Page.cut(found, page.limit(), each -> each.id().toString()));
  }

  @Override
  public CompletionStage<Invitation> add(Change<Invitation> offered, String tokenHash) {
    Invitation it = offered.now();
    Tuple row =
        Tuple.tuple()
            .addUUID(it.id().value())
            .addUUID(it.workspace().value())
            .addString(it.email().value())
            .addString(Columns.text(it.role()))
            .addString(tokenHash)
            .addUUID(it.invitedBy().value())
            .addString(Columns.text(it.status()))
            .addOffsetDateTime(Columns.timestamp(it.createdAt()))
            .addOffsetDateTime(Columns.timestamp(it.expiresAt()));
    return sql.inUnitOfWork(ADD, row)
        .thenCompose(added -> events.append(offered.events()))
        .thenApply(written -> it);
  }

  @Override
  public CompletionStage<Invitation> save(Change<Invitation> changed) {
    Invitation it = changed.now();
    if (changed.isNothing()) {
      return CompletableFuture.completedFuture(it);
    }
    return sql.inUnitOfWork(SAVE, Tuple.of(it.id().value(), Columns.text(it.status())))
        .thenAccept(saved -> requireOne(saved.rowCount()))
        .thenCompose(saved -> events.append(changed.events()))
        .thenApply(written -> it);
  }

  private static void requireOne(int changedRows) {
    if (changedRows != 1) {
      throw new Conflict("This invitation was answered or revoked at the same time.");
    }
  }

  private static Invitation invitation(Row row) {
    return new Invitation(
        new InvitationId(row.getUUID("id")),
        new WorkspaceId(row.getUUID("workspace_id")),
        new InvitedEmail(row.getString("email")),
        Columns.constant(MemberRole.class, row.getString("role")),
        new UserId(row.getUUID("invited_by")),
        Columns.constant(InvitationStatus.class, row.getString("status")),
        Columns.instant(row, "created_at"),
        Columns.instant(row, "expires_at"));
  }
}
