package dev.colloquy.shared.adapter.persistence;

import dev.colloquy.shared.domain.Actor;
import dev.colloquy.shared.domain.ConversationId;
import dev.colloquy.shared.domain.Role;
import dev.colloquy.shared.domain.Scope;
import dev.colloquy.shared.domain.WorkspaceId;
import dev.colloquy.shared.domain.port.out.Memberships;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.Tuple;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

/** Reads roles from the tables of the contexts that give them. */
public final class PgMemberships implements Memberships {

  private static final String IN_WORKSPACE =
      "select role from workspace_member where workspace_id = $1 and user_id = $2";

  private static final String IN_CONVERSATION =
      """
      select c.workspace_id, m.role, p.user_id is not null as participates,
             c.created_by = $2 as started
      from conversation c
      left join workspace_member m on m.workspace_id = c.workspace_id and m.user_id = $2
      left join participant p on p.conversation_id = c.id and p.user_id = $2
      where c.id = $1""";

  private final Sql sql;

  public PgMemberships(Sql sql) {
    this.sql = sql;
  }

  @Override
  public CompletionStage<Set<Role>> rolesOf(Actor actor, Scope scope) {
    return switch (actor) {
      case Actor.OfUser user ->
          switch (scope) {
            case Scope.OfWorkspace(var workspace) -> inWorkspace(user, workspace);
            case Scope.OfConversation(var conversation) -> inConversation(user, conversation);
          };
      // our own jobs are members of nothing
      case Actor.System job -> none();
    };
  }

  private CompletionStage<Set<Role>> inWorkspace(Actor.OfUser actor, WorkspaceId workspace) {
    return actor.reaches(workspace)
        ? sql.read(IN_WORKSPACE, Tuple.of(workspace.value(), actor.user().value()))
            .thenApply(rows -> Columns.first(rows, PgMemberships::membership).orElseGet(Set::of))
        : none();
  }

  private CompletionStage<Set<Role>> inConversation(
      Actor.OfUser actor, ConversationId conversation) {
    return sql.read(IN_CONVERSATION, Tuple.of(conversation.value(), actor.user().value()))
        .thenApply(
            rows ->
                Columns.first(rows, row -> row)
                    .filter(row -> actor.reaches(new WorkspaceId(row.getUUID("workspace_id"))))
                    .map(PgMemberships::seat)
                    .orElseGet(Set::of));
  }

  private static Set<Role> seat(Row row) {
    Set<Role> roles = membership(row);
    if (row.getBoolean("participates")) {
      roles.add(Role.PARTICIPANT);
      if (row.getBoolean("started")) {
        roles.add(Role.CREATOR);
      }
    }
    return roles;
  }

  private static Set<Role> membership(Row row) {
    Set<Role> roles = EnumSet.noneOf(Role.class);
    Optional.ofNullable(row.getString("role"))
        .map(role -> Role.valueOf(role.toUpperCase(Locale.ROOT)))
        .ifPresent(roles::add);
    return roles;
  }

  private static CompletionStage<Set<Role>> none() {
    return CompletableFuture.completedFuture(Set.of());
  }
}
