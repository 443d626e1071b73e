package dev.colloquy.search.adapter.persistence;

import dev.colloquy.search.domain.Found;
import dev.colloquy.search.domain.FoundType;
import dev.colloquy.search.domain.SearchFilter;
import dev.colloquy.search.domain.SearchText;
import dev.colloquy.search.domain.port.out.SearchReadModel;
import dev.colloquy.shared.adapter.persistence.Columns;
import dev.colloquy.shared.adapter.persistence.Lane;
import dev.colloquy.shared.adapter.persistence.Sql;
import dev.colloquy.shared.domain.Actor;
import dev.colloquy.shared.domain.ConversationId;
import dev.colloquy.shared.domain.Page;
import dev.colloquy.shared.domain.PageRequest;
import dev.colloquy.shared.domain.WorkspaceId;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.Tuple;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletionStage;

/**
 * Ranks what the full text indexes find among the reader's own conversations. Only what is shown is
 * highlighted, for that reads the whole text.
 */
public final class PgSearchReadModel implements SearchReadModel {

  private static final String SEARCH =
      """
      with wanted as (
        select websearch_to_tsquery('simple', $1) as query
      ), mine as (
        select c.id, c.workspace_id, c.topic, c.created_at
        from participant p
        join conversation c on c.id = p.conversation_id
        join workspace w on w.id = c.workspace_id
        where p.user_id = $2 and c.status <> 'deleted' and w.status <> 'deleted'
          and ($3::uuid is null or c.workspace_id = $3)
          and ($4::uuid is null or c.workspace_id = $4)
      ), fitting as (
        (select 'message' as type, m.id, m.conversation_id, m.content as text,
            to_tsvector('simple', left(coalesce(m.content, ''), 100000)) as words
         from message m join mine on mine.id = m.conversation_id, wanted
         where 'message' = any ($5::text[])
           and to_tsvector('simple', left(coalesce(m.content, ''), 100000)) @@ wanted.query
           and ($6::timestamptz is null or m."timestamp" >= $6)
           and ($7::timestamptz is null or m."timestamp" < $7)
         order by m.id desc limit %1$d)
        union all
        (select 'conversation', mine.id, mine.id, mine.topic, to_tsvector('simple', mine.topic)
         from mine, wanted
         where 'conversation' = any ($5::text[])
           and to_tsvector('simple', mine.topic) @@ wanted.query
           and ($6::timestamptz is null or mine.created_at >= $6)
           and ($7::timestamptz is null or mine.created_at < $7)
         order by mine.id desc limit %1$d)
      ), ranked as (
        select type, id, conversation_id, text,
          ts_rank(fitting.words, wanted.query, 1)::float8 as score
        from fitting, wanted
      ), page as (
        select * from ranked
        where $8::float8 is null or (score, id) < ($8, $9)
        order by score desc, id desc limit $10
      )
      select page.type, page.id, page.conversation_id, mine.workspace_id, page.score,
        ts_headline('simple', left(page.text, 100000), wanted.query,
          'StartSel=**, StopSel=**, MaxWords=35, MinWords=15, MaxFragments=1') as highlight
      from page join mine on mine.id = page.conversation_id, wanted
      order by page.score desc, page.id desc"""
          .formatted(MOST_RANKED);

  /** A search may have to read all that a user has: no more than these keep the others waiting. */
  private static final int AT_ONCE = 2;

  private static final int WAITING = 100;

  private final Sql sql;
  private final Lane lane = new Lane(AT_ONCE, WAITING);

  public PgSearchReadModel(Sql sql) {
    this.sql = sql;
  }

  @Override
  public CompletionStage<Page<Found>> search(
      Actor.OfUser reader, SearchText text, SearchFilter filter, PageRequest page) {
    Optional<Place> after = page.after().map(cursor -> Place.parse(cursor.position()));
    Tuple parameters =
        Tuple.tuple()
            .addString(text.value())
            .addUUID(reader.user().value())
            .addUUID(reader.boundTo().map(WorkspaceId::value).orElse(null))
            .addUUID(filter.workspace().map(WorkspaceId::value).orElse(null))
            .addArrayOfString(filter.types().stream().map(Columns::text).toArray(String[]::new))
            .addOffsetDateTime(filter.from().map(Columns::timestamp).orElse(null))
            .addOffsetDateTime(filter.to().map(Columns::timestamp).orElse(null))
            .addDouble(after.map(Place::score).orElse(null))
            .addUUID(after.map(Place::id).orElse(null))
            .addInteger(page.limit() + 1);
    return lane.run(() -> sql.read(SEARCH, parameters))
        .thenApply(rows -> Columns.list(rows, PgSearchReadModel::found))
        .thenApply(
            found -> Page.cut(found, page.limit(), it -> new Place(it.score(), it.id()).text()));
  }

  private static Found found(Row row) {
    return new Found(
        Columns.constant(FoundType.class, row.getString("type")),
        row.getUUID("id"),
        new WorkspaceId(row.getUUID("workspace_id")),
        new ConversationId(row.getUUID("conversation_id")),
        row.getString("highlight"),
        row.getDouble("score"));
  }

  /** Where a page ends: equal scores go by id. */
  private record Place(double score, UUID id) {

    static Place parse(String text) {
      String[] parts = text.split("/", 2);
      return new Place(Double.parseDouble(parts[0]), UUID.fromString(parts[1]));
    }

    String text() {
      return score + "/" + id;
    }
  }
}
