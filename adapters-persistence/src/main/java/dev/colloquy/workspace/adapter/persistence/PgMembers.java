package dev.colloquy.workspace.adapter.persistence;

import dev.colloquy.shared.adapter.persistence.Columns;
import dev.colloquy.shared.adapter.persistence.Sql;
import dev.colloquy.shared.adapter.persistence.UniqueViolation;
import dev.colloquy.shared.domain.Change;
import dev.colloquy.shared.domain.CommonException.Duplicate;
import dev.colloquy.shared.domain.UserId;
import dev.colloquy.shared.domain.WorkspaceId;
import dev.colloquy.shared.domain.port.out.EventAppender;
import dev.colloquy.workspace.domain.Member;
import dev.colloquy.workspace.domain.MemberRole;
import dev.colloquy.workspace.domain.port.out.Members;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.Tuple;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

/** Seats as rows of the table {@code workspace_member}. */
public final class PgMembers implements Members {

  // weaker than "for update": whoever refers to the seat need not wait for a new role
  private static final String FIND =
      """
      select workspace_id, user_id, role, created_at from workspace_member
      where workspace_id = $1 and user_id = $2 for no key update""";

  private static final String SEATS_OF =
      """
      select workspace_id, user_id, role, created_at from workspace_member
      where user_id = $1 order by workspace_id for no key update""";

  private static final String ADD =
      """
      insert into workspace_member (workspace_id, user_id, role, created_at)
      values ($1, $2, $3, $4)""";

  private static final String SAVE =
      "update workspace_member set role = $3 where workspace_id = $1 and user_id = $2";

  private static final String REMOVE =
      "delete from workspace_member where workspace_id = $1 and user_id = $2";

  private final Sql sql;
  private final EventAppender events;

  public PgMembers(Sql sql, EventAppender events) {
    this.sql = sql;
    this.events = events;
  }

  @Override
  public CompletionStage<Optional<Member>> find(WorkspaceId workspace, UserId user) {
    return sql.inUnitOfWork(FIND, Tuple.of(workspace.value(), user.value()))
        .thenApply(rows -> Columns.first(rows, PgMembers::member));
  }

  @Override
  public CompletionStage<List<Member>> seatsOf(UserId user) {
    return sql.inUnitOfWork(SEATS_OF, Tuple.of(user.value()))
        .thenApply(rows -> Columns.list(rows, PgMembers::member));
  }

  @Override
  public CompletionStage<Member> add(Change<Member> joined) {
    Member seat = joined.now();
    Tuple row = key(seat).addString(Columns.text(seat.role()));
    return sql.inUnitOfWork(ADD, row.addOffsetDateTime(Columns.timestamp(seat.createdAt())))
        .thenCompose(added -> events.append(joined.events()))
        .thenApply(written -> seat)
        .exceptionallyCompose(
            UniqueViolation.becomes(() -> new Duplicate("This user is a member already.")));
  }

  @Override
  public CompletionStage<Member> save(Change<Member> changed) {
    Member seat = changed.now();
    if (changed.isNothing()) {
      return CompletableFuture.completedFuture(seat);
    }
    return sql.inUnitOfWork(SAVE, key(seat).addString(Columns.text(seat.role())))
        .thenCompose(saved -> events.append(changed.events()))
        .thenApply(written -> seat);
  }

  @Override
  public CompletionStage<Void> remove(Change<Member> left) {
    return sql.inUnitOfWork(REMOVE, key(left.now()))
        .thenCompose(removed -> events.append(left.events()));
  }

  /** A seat from the columns workspace_id, user_id, role and created_at. */
  static Member member(Row row) {
    return new Member(
        new WorkspaceId(row.getUUID("workspace_id")),
        new UserId(row.getUUID("user_id")),
        Columns.constant(MemberRole.class, row.getString("role")),
        Columns.instant(row, "created_at"));
  }

  private static Tuple key(Member seat) {
    return Tuple.of(seat.workspace().value(), seat.user().value());
  }
}
