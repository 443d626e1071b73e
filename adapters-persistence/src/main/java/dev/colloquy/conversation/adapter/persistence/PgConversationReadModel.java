package dev.colloquy.conversation.adapter.persistence;

import dev.colloquy.conversation.domain.Activity;
import dev.colloquy.conversation.domain.ConversationFilter;
import dev.colloquy.conversation.domain.ConversationStatus;
import dev.colloquy.conversation.domain.KnownConversation;
import dev.colloquy.conversation.domain.MyConversation;
import dev.colloquy.conversation.domain.port.out.ConversationReadModel;
import dev.colloquy.shared.adapter.persistence.Columns;
import dev.colloquy.shared.adapter.persistence.Sql;
import dev.colloquy.shared.domain.Actor;
import dev.colloquy.shared.domain.CommonException.NotFound;
import dev.colloquy.shared.domain.ConversationId;
import dev.colloquy.shared.domain.Page;
import dev.colloquy.shared.domain.PageRequest;
import dev.colloquy.shared.domain.UserId;
import dev.colloquy.shared.domain.WorkspaceId;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.Tuple;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletionStage;
import java.util.stream.Collectors;

/**
 * Lists conversations by their activity. What was last active is found by sorting one reader's or
 * one workspace's conversations: an index on it would have to follow every message.
 */
public final class PgConversationReadModel implements ConversationReadModel {

  private static final String UNREAD =
      """
      (select count(*) from (
         select 1 from message m
         where m.conversation_id = c.id and m.deleted_at is null
           and not (m.sender = 'user' and m.sender_id = $1)
           and m.seq > coalesce((select r.seq from read_marker r
             where r.conversation_id = c.id and r.user_id = $1), 0)
         limit %d) unread) as unread_count"""
          .formatted(Activity.MOST_UNREAD);

  private static final String SUMMARY =
      "(select s.narrative from conversation_summary s where s.conversation_id = c.id) as summary";

  private static final String FILTER =
      """
        and c.status <> 'deleted' and w.status <> 'deleted'
        and ($2::uuid is null or c.workspace_id = $2)
        and ($3::text is null or c.status = $3)
        and ($4::text is null or c.topic ilike $4)
        and ($5::timestamptz is null or (h.last_active_at, c.id) < ($5, $6))
      order by h.last_active_at desc, c.id desc limit $7""";

  private static final String MINE =
      "select page.*, "
          + UNREAD.replace("c.id", "page.id")
          + ", "
          + SUMMARY.replace("c.id", "page.id")
          + " from (select "
          + ConversationMapper.COLUMNS
          + """
          , h.last_active_at, h.message_count
          from participant mine
          join conversation c on c.id = mine.conversation_id
          join workspace w on w.id = c.workspace_id
          join conversation_head h on h.conversation_id = c.id
          where mine.user_id = $1 and ($8::uuid is null or mine.workspace_id = $8)
          """
          + FILTER
          + ") page order by last_active_at desc, id desc";

  private static final String ALL =
      """
      select c.id, c.workspace_id, c.status, c.created_at, h.last_active_at, array(
        select p.user_id from participant p where p.conversation_id = c.id
        order by p.joined_at, p.place) as participants
      from conversation c
      join workspace w on w.id = c.workspace_id
      join conversation_head h on h.conversation_id = c.id
      where c.workspace_id = $1
      """
          + FILTER;

  private static final String ACTIVITY =
      "select h.last_active_at, h.message_count, "
          + UNREAD.replace("c.id", "h.conversation_id")
          + ", "
          + SUMMARY.replace("c.id", "h.conversation_id")
          + " from conversation_head h where h.conversation_id = $2";

  private static final String MEMBERS =
      """
      select user_id from workspace_member
      where workspace_id = $1 and user_id = any ($2::uuid[])""";

  private final Sql sql;

  public PgConversationReadModel(Sql sql) {
    this.sql = sql;
  }

  @Override
  public CompletionStage<Page<MyConversation>> conversationsOf(
      Actor.OfUser participant, ConversationFilter filter, PageRequest page) {
    Tuple parameters =
        filtered(participant.user().value(), filter, page)
            .addUUID(participant.boundTo().map(WorkspaceId::value).orElse(null));
    return sql.read(MINE, parameters)
        .thenApply(rows -> Columns.list(rows, PgConversationReadModel::mine))
        .thenApply(found -> Page.cut(found, page.limit(), it -> ActivityPosition.of(it).text()));
  }

  @Override
  public CompletionStage<Page<KnownConversation>> conversationsIn(
      WorkspaceId workspace, ConversationFilter filter, PageRequest page) {
    return sql.read(ALL, filtered(workspace.value(), filter, page))
        .thenApply(rows -> Columns.list(rows, PgConversationReadModel::known))
        .thenApply(found -> Page.cut(found, page.limit(), it -> ActivityPosition.of(it).text()));
  }

  @Override
  public CompletionStage<Activity> activityOf(ConversationId conversation, UserId reader) {
    return sql.read(ACTIVITY, Tuple.of(reader.value(), conversation.value()))
        .thenApply(
            rows ->
                Columns.first(rows, PgConversationReadModel::activity)
                    .orElseThrow(() -> new NotFound("conversation")));
  }

  @Override
  public CompletionStage<Set<UserId>> membersAmong(WorkspaceId workspace, List<UserId> users) {
    UUID[] ids = users.stream().map(UserId::value).toArray(UUID[]::new);
    return sql.read(MEMBERS, Tuple.of(workspace.value(), (Object) ids))
        .thenApply(
            rows ->
                Columns.list(rows, row -> new UserId(row.getUUID("user_id"))).stream()
                    .collect(Collectors.toUnmodifiableSet()));
  }

  private static Tuple filtered(UUID whose, ConversationFilter filter, PageRequest page) {
    Optional<ActivityPosition> after =
        page.after().map(cursor -> ActivityPosition.parse(cursor.position()));
    return Tuple.tuple()
        .addUUID(whose)
        .addUUID(filter.workspace().map(WorkspaceId::value).orElse(null))
        .addString(filter.status().map(Columns::text).orElse(null))
        .addString(filter.topicPart().map(PgConversationReadModel::containing).orElse(null))
        .addOffsetDateTime(
            after.map(ActivityPosition::lastActiveAt).map(Columns::timestamp).orElse(null))
        .addUUID(after.map(ActivityPosition::id).orElse(null))
        .addInteger(page.limit() + 1);
  }

  /** A pattern for texts that contain this one, in which nothing means anything else. */
  private static String containing(String part) {
    return "%" + part.replaceAll("([\\\\%_])", "\\\\$1") + "%";
  }

  private static MyConversation mine(Row row) {
    return new MyConversation(ConversationMapper.conversation(row), activity(row));
  }

  private static Activity activity(Row row) {
    return new Activity(
        Columns.instant(row, "last_active_at"),
        row.getLong("message_count"),
        row.getLong("unread_count"),
        Optional.ofNullable(row.getString("summary")));
  }

  private static KnownConversation known(Row row) {
    return new KnownConversation(
        new ConversationId(row.getUUID("id")),
        new WorkspaceId(row.getUUID("workspace_id")),
        Columns.constant(ConversationStatus.class, row.getString("status")),
        ConversationMapper.participants(row),
        Columns.instant(row, "created_at"),
        Columns.instant(row, "last_active_at"));
  }
}
