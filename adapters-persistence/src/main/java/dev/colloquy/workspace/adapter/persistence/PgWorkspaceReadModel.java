package dev.colloquy.workspace.adapter.persistence;

import dev.colloquy.shared.adapter.persistence.Columns;
import dev.colloquy.shared.adapter.persistence.Sql;
import dev.colloquy.shared.domain.Actor;
import dev.colloquy.shared.domain.Cursor;
import dev.colloquy.shared.domain.Page;
import dev.colloquy.shared.domain.PageRequest;
import dev.colloquy.shared.domain.UserId;
import dev.colloquy.shared.domain.WorkspaceId;
import dev.colloquy.workspace.domain.Member;
import dev.colloquy.workspace.domain.MemberRole;
import dev.colloquy.workspace.domain.MyWorkspace;
import dev.colloquy.workspace.domain.NamedMember;
import dev.colloquy.workspace.domain.WorkspaceStats;
import dev.colloquy.workspace.domain.WorkspaceStatus;
import dev.colloquy.workspace.domain.port.out.WorkspaceReadModel;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.Tuple;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletionStage;
import org.jspecify.annotations.Nullable;

/** Reads workspaces with what stands in other contexts' tables, in one query each. */
public final class PgWorkspaceReadModel implements WorkspaceReadModel {

  private static final String WORKSPACES =
      "select "
          + WorkspaceMapper.COLUMNS
          + """
          , m.role as my_role
          from workspace_member m join workspace w on w.id = m.workspace_id
          where m.user_id = $1 and w.status <> 'deleted'
            and ($2::text is null or w.status = $2)
            and ($3::uuid is null or w.id = $3)
            and ($4::uuid is null or w.id < $4)
          order by w.id desc limit $5""";

  private static final String MEMBER_COLUMNS =
      """
      select m.workspace_id, m.user_id, m.role, m.created_at, u.name, u.username
      from workspace_member m join users u on u.id = m.user_id
      """;

  private static final String MEMBERS =
      MEMBER_COLUMNS
          + """
          where m.workspace_id = $1
            and ($2::timestamptz is null or (m.created_at, m.user_id) > ($2, $3))
          order by m.created_at, m.user_id limit $4""";

  private static final String MEMBER =
      MEMBER_COLUMNS + "where m.workspace_id = $1 and m.user_id = $2";

  private static final String STATS =
      """
      select
        (select count(*) from workspace_member where workspace_id = $1) as members,
        count(*) as conversations,
        count(*) filter (where c.status = 'archived') as archived_conversations,
        coalesce(sum(h.message_count), 0)::bigint as messages,
        max(h.last_active_at) as last_active_at
      from conversation c join conversation_head h on h.conversation_id = c.id
      where c.workspace_id = $1 and c.status <> 'deleted'""";

  private final Sql sql;

  public PgWorkspaceReadModel(Sql sql) {
    this.sql = sql;
  }

  @Override
  public CompletionStage<Page<MyWorkspace>> workspacesOf(
      Actor.OfUser actor, Optional<WorkspaceStatus> status, PageRequest page) {
    Tuple parameters =
        Tuple.of(
            actor.user().value(),
            status.map(Columns::text).orElse(null),
            actor.boundTo().map(WorkspaceId::value).orElse(null),
            after(page),
            page.limit() + 1);
    return sql.read(WORKSPACES, parameters)
        .thenApply(rows -> Columns.list(rows, PgWorkspaceReadModel::mine))
        .thenApply(
            found -> Page.cut(found, page.limit(), each -> each.workspace().id().toString()));
  }

  @Override
  public CompletionStage<Page<NamedMember>> membersOf(WorkspaceId workspace, PageRequest page) {
    Optional<SeatPosition> after = page.after().map(SeatPosition::of);
    Tuple parameters =
        Tuple.of(
            workspace.value(),
            after.map(SeatPosition::joined).map(Columns::timestamp).orElse(null),
            after.map(SeatPosition::user).orElse(null),
            page.limit() + 1);
    return sql.read(MEMBERS, parameters)
        .thenApply(rows -> Columns.list(rows, PgWorkspaceReadModel::named))
        .thenApply(
            found ->
                Page.cut(found, page.limit(), each -> SeatPosition.of(each.member()).toString()));
  }

  @Override
  public CompletionStage<Optional<NamedMember>> member(WorkspaceId workspace, UserId user) {
    return sql.read(MEMBER, Tuple.of(workspace.value(), user.value()))
        .thenApply(rows -> Columns.first(rows, PgWorkspaceReadModel::named));
  }

  @Override
  public CompletionStage<WorkspaceStats> statsOf(WorkspaceId workspace) {
    return sql.read(STATS, Tuple.of(workspace.value()))
        .thenApply(rows -> stats(rows.iterator().next()));
  }

  private static @Nullable UUID after(PageRequest page) {
    return page.after().map(cursor -> UUID.fromString(cursor.position())).orElse(null);
  }

  /** A seat's place in the order of joining. */
  private record SeatPosition(Instant joined, UUID user) {

    static SeatPosition of(Member seat) {
      return new SeatPosition(seat.createdAt(), seat.user().value());
    }

    static SeatPosition of(Cursor cursor) {
      String[] parts = cursor.position().split("/", 2);
      return new SeatPosition(Instant.parse(parts[0]), UUID.fromString(parts[1]));
    }

    @Override
    public String toString() {
      return joined + "/" + user;
    }
  }

  private static MyWorkspace mine(Row row) {
    return new MyWorkspace(
        WorkspaceMapper.workspace(row),
        Columns.constant(MemberRole.class, row.getString("my_role")));
  }

  private static NamedMember named(Row row) {
    return new NamedMember(PgMembers.member(row), row.getString("name"), row.getString("username"));
  }

  private static WorkspaceStats stats(Row row) {
    return new WorkspaceStats(
        row.getLong("members"),
        row.getLong("conversations"),
        row.getLong("archived_conversations"),
        row.getLong("messages"),
        Columns.optionalInstant(row, "last_active_at"));
  }
}
