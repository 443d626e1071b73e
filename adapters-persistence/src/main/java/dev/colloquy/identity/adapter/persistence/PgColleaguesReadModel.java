package dev.colloquy.identity.adapter.persistence;

import dev.colloquy.identity.domain.Colleague;
import dev.colloquy.identity.domain.DisplayName;
import dev.colloquy.identity.domain.Username;
import dev.colloquy.identity.domain.port.out.Colleagues;
import dev.colloquy.shared.adapter.persistence.Columns;
import dev.colloquy.shared.adapter.persistence.Sql;
import dev.colloquy.shared.domain.Actor;
import dev.colloquy.shared.domain.Cursor;
import dev.colloquy.shared.domain.Page;
import dev.colloquy.shared.domain.PageRequest;
import dev.colloquy.shared.domain.UserId;
import dev.colloquy.shared.domain.WorkspaceId;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.Tuple;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.CompletionStage;

/** Reads accounts together with the seats that their users have in workspaces. */
public final class PgColleaguesReadModel implements Colleagues {

  /** $1 is who asks, $2 the only workspace that counts, or null. */
  private static final String COLLEAGUES =
      """
      select u.id, u.username, u.name from users u
      where u.status <> 'deleted' and (u.id = $1 or exists (
        select from workspace_member mine
        join workspace_member theirs on theirs.workspace_id = mine.workspace_id
        join workspace w on w.id = mine.workspace_id and w.status <> 'deleted'
        where mine.user_id = $1 and theirs.user_id = u.id
          and ($2::uuid is null or w.id = $2)))
      """;

  private static final String SEARCH =
      COLLEAGUES
          + """
          and ($3 = '' or strpos(lower(u.username), $3) > 0 or strpos(lower(u.name), $3) > 0)
          and ($4::text is null or lower(u.username) > $4)
          order by lower(u.username) limit $5""";

  private static final String FIND = COLLEAGUES + "and u.id = $3";

  private final Sql sql;

  public PgColleaguesReadModel(Sql sql) {
    this.sql = sql;
  }

  @Override
  public CompletionStage<Page<Colleague>> search(
      Actor.OfUser actor, String text, PageRequest page) {
    Tuple parameters =
        who(actor)
            .addString(text.toLowerCase(Locale.ROOT))
            .addString(page.after().map(Cursor::position).orElse(null))
            .addInteger(page.limit() + 1);
    return sql.read(SEARCH, parameters)
        .thenApply(rows -> Columns.list(rows, PgColleaguesReadModel::colleague))
        .thenApply(found -> Page.cut(found, page.limit(), PgColleaguesReadModel::place));
  }

  @Override
  public CompletionStage<Optional<Colleague>> find(Actor.OfUser actor, UserId user) {
    return sql.read(FIND, who(actor).addUUID(user.value()))
        .thenApply(rows -> Columns.first(rows, PgColleaguesReadModel::colleague));
  }

  private static Tuple who(Actor.OfUser actor) {
    return Tuple.tuple()
        .addUUID(actor.user().value())
        .addUUID(actor.boundTo().map(WorkspaceId::value).orElse(null));
  }

  private static String place(Colleague colleague) {
    return colleague.username().value().toLowerCase(Locale.ROOT);
  }

  private static Colleague colleague(Row row) {
    return new Colleague(
        new UserId(row.getUUID("id")),
        new Username(row.getString("username")),
        new DisplayName(row.getString("name")));
  }
}
