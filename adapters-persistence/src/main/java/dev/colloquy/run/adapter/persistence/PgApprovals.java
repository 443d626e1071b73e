package dev.colloquy.run.adapter.persistence;

import dev.colloquy.model.domain.ToolRequest;
import dev.colloquy.run.domain.Approval;
import dev.colloquy.run.domain.ApprovalId;
import dev.colloquy.run.domain.ApprovalStatus;
import dev.colloquy.run.domain.RunId;
import dev.colloquy.run.domain.port.out.Approvals;
import dev.colloquy.shared.adapter.persistence.Columns;
import dev.colloquy.shared.adapter.persistence.Sql;
import dev.colloquy.shared.domain.Actor;
import dev.colloquy.shared.domain.ConversationId;
import dev.colloquy.shared.domain.Cursor;
import dev.colloquy.shared.domain.Page;
import dev.colloquy.shared.domain.PageRequest;
import dev.colloquy.shared.domain.UserId;
import dev.colloquy.shared.domain.WorkspaceId;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.Tuple;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletionStage;

/** Approvals as rows of their table. */
public final class PgApprovals implements Approvals {

  private static final String SELECT =
      """
      select a.id, a.run_id, r.conversation_id, r.workspace_id, r.started_by, a.call_id, a.tool,
        a.arguments, a.status, a.requested_at, a.expires_at, a.decided_by, a.decided_at
      from approval a join run r on r.id = a.run_id
      """;

  private static final String ADD =
      """
      insert into approval (id, run_id, call_id, tool, arguments, status, requested_at, expires_at)
      values ($1, $2, $3, $4, $5, 'pending', $6, $7)""";

  private static final String LOCK = SELECT + "where a.id = $1 for update of a";

  private static final String SAVE =
      "update approval set status = $2, decided_by = $3, decided_at = $4 where id = $1";

  private static final String OF_CALL =
      SELECT + "where a.run_id = $1 and a.call_id = $2 order by a.id desc limit 1";

  private static final String PENDING =
      SELECT
          + """
          where a.status = 'pending' and r.status = 'waiting_approval'
            and ($2::uuid is null or r.workspace_id = $2)
            and ($3::uuid is null or a.id < $3)
            and (r.started_by = $1 or exists (
              select 1 from workspace_member m where m.workspace_id = r.workspace_id
                and m.user_id = $1 and m.role in ('owner', 'admin')))
          order by a.id desc limit $4""";

  private static final String OVERDUE =
      SELECT
          + """
          where a.status = 'pending' and a.expires_at < $1
          order by a.expires_at limit $2 for update of a skip locked""";

  private final Sql sql;

  public PgApprovals(Sql sql) {
    this.sql = sql;
  }

  @Override
  public CompletionStage<Approval> add(Approval asked) {
    Tuple parameters =
        Tuple.tuple()
            .addUUID(asked.id().value())
            .addUUID(asked.run().value())
            .addString(asked.request().id())
            .addString(asked.request().name())
            .addString(asked.request().arguments())
            .addOffsetDateTime(Columns.timestamp(asked.requestedAt()))
            .addOffsetDateTime(Columns.timestamp(asked.expiresAt()));
    return sql.inUnitOfWork(ADD, parameters).thenApply(added -> asked);
  }

  @Override
  public CompletionStage<Optional<Approval>> lock(ApprovalId id) {
    return sql.inUnitOfWork(LOCK, Tuple.of(id.value()))
        .thenApply(rows -> Columns.first(rows, PgApprovals::approval));
  }

  @Override
  public CompletionStage<Approval> save(Approval decided) {
    Tuple parameters =
        Tuple.tuple()
            .addUUID(decided.id().value())
            .addString(Columns.text(decided.status()))
            .addUUID(decided.decidedBy().map(UserId::value).orElse(null))
            .addOffsetDateTime(decided.decidedAt().map(Columns::timestamp).orElse(null));
    return sql.inUnitOfWork(SAVE, parameters).thenApply(saved -> decided);
  }

  @Override
  public CompletionStage<Optional<Approval>> of(RunId run, String call) {
    return sql.read(OF_CALL, Tuple.of(run.value(), call))
        .thenApply(rows -> Columns.first(rows, PgApprovals::approval));
  }

  @Override
  public CompletionStage<Page<Approval>> pending(Actor.OfUser actor, PageRequest page) {
    Tuple parameters =
        Tuple.tuple()
            .addUUID(actor.user().value())
            .addUUID(actor.boundTo().map(WorkspaceId::value).orElse(null))
            .addUUID(page.after().map(Cursor::position).map(UUID::fromString).orElse(null))
            .addInteger(page.limit() + 1);
    return sql.read(PENDING, parameters)
        .thenApply(rows -> Columns.list(rows, PgApprovals::approval))
        .thenApply(found -> Page.cut(found, page.limit(), it -> it.id().toString()));
  }

  @Override
  public CompletionStage<List<Approval>> overdue(Instant now, int limit) {
    return sql.inUnitOfWork(OVERDUE, Tuple.of(Columns.timestamp(now), limit))
        .thenApply(rows -> Columns.list(rows, PgApprovals::approval));
  }

  private static Approval approval(Row row) {
    return new Approval(
        new ApprovalId(row.getUUID("id")),
        new RunId(row.getUUID("run_id")),
        new ConversationId(row.getUUID("conversation_id")),
        new WorkspaceId(row.getUUID("workspace_id")),
        new UserId(row.getUUID("started_by")),
        new ToolRequest(
            row.getString("call_id"), row.getString("tool"), row.getString("arguments")),
        Columns.constant(ApprovalStatus.class, row.getString("status")),
        Columns.instant(row, "requested_at"),
        Columns.instant(row, "expires_at"),
        Optional.ofNullable(row.getUUID("decided_by")).map(UserId::new),
        Columns.optionalInstant(row, "decided_at"));
  }
}
