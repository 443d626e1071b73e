package dev.colloquy.conversation.adapter.persistence;

import dev.colloquy.conversation.domain.Content;
import dev.colloquy.conversation.domain.Message;
import dev.colloquy.conversation.domain.MessageId;
import dev.colloquy.conversation.domain.Revision;
import dev.colloquy.conversation.domain.port.out.MessageLog;
import dev.colloquy.conversation.domain.port.out.Messages;
import dev.colloquy.shared.adapter.persistence.ChangeWriter;
import dev.colloquy.shared.adapter.persistence.Columns;
import dev.colloquy.shared.adapter.persistence.Sql;
import dev.colloquy.shared.domain.Change;
import dev.colloquy.shared.domain.ConversationId;
import dev.colloquy.shared.domain.Cursor;
import dev.colloquy.shared.domain.Page;
import dev.colloquy.shared.domain.PageRequest;
import dev.colloquy.shared.domain.UserId;
import dev.colloquy.shared.domain.port.out.EventAppender;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.RowSet;
import io.vertx.sqlclient.Tuple;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

/** Single messages as rows of their table. */
public final class PgMessages implements Messages {

  private static final String FIND =
      "select "
          + MessageRows.COLUMNS
          + " from message m where m.id = $1 and m.conversation_id = $2";

  /** {@code follows} says of the last row that is read whether the page could go on. */
  private static final String REVISIONS =
      """
      select version, content, replaced_at, follows
      from (
        select near.*, lead(version) over page is not null as follows,
               sum(octet_length(content)) over page as bytes
        from (
          select version, content, replaced_at from message_revision
          where message_id = $1 and version > $2 order by version limit $3
        ) near
        window page as (order by version rows unbounded preceding)
      ) weighed
      where bytes - octet_length(content) < %d order by version"""
          .formatted(MessageLog.PAGE_BYTES);

  // the seat before the head, as an append does
  private static final String HOLD =
      """
      select 1 from participant p join conversation_head h on h.conversation_id = p.conversation_id
      where p.conversation_id = $1 and p.user_id = $2
      for key share of p for share of h""";

  /**
   * Each copy gets a UUID version 7 that begins with its original's time; what one message says of
   * another is said of their copies.
   */
  private static final String COPY =
      """
      with source as (
        select m.*, encode(set_byte(
            overlay(uuid_send(gen_random_uuid()) placing substring(uuid_send(m.id) for 6) from 1),
            6, get_byte(uuid_send(m.id), 6)), 'hex')::uuid as copy_id
        from message m where m.conversation_id = $1 and m.seq <= $2
      ), copied as (
        insert into message (conversation_id, seq, id, sender, sender_id, role, content,
          "timestamp", parent_id, edited_at, deleted_at, superseded_by, run_id, token_count,
          metadata, version)
        select $3, it.seq, it.copy_id, it.sender, it.sender_id, it.role, it.content,
          it."timestamp", parent.copy_id, it.edited_at, it.deleted_at, successor.copy_id,
          it.run_id, it.token_count, it.metadata, 1
        from source it
        left join source parent on parent.id = it.parent_id
        left join source successor on successor.id = it.superseded_by
        returning seq
      )
      update conversation_head
      set last_seq = (select coalesce(max(seq), 0) from copied),
          message_count = (select count(*) from copied)
      where conversation_id = $3""";

  /** The revision is taken from what the row says before; deleting erases all of them. */
  private static final String SAVE =
      """
      with earlier as (
        select id, conversation_id, version, content from message
        where id = $1 and conversation_id = $2 and version = $3 - 1 for no key update
      ), kept as (
        insert into message_revision (message_id, conversation_id, version, content, replaced_at)
        select id, conversation_id, version, content, $5 from earlier
        where $4::text is not null and content is distinct from $4
      ), erased as (
        delete from message_revision where message_id = $1 and $4::text is null
          and exists (select 1 from earlier)
      )
      update message m set content = $4, edited_at = $5, deleted_at = $6, metadata = $7, version = $3,
        superseded_by = $8
      from earlier where m.id = earlier.id and m.conversation_id = earlier.conversation_id""";

  private final Sql sql;
  private final ChangeWriter writer;

  public PgMessages(Sql sql, EventAppender events) {
    this.sql = sql;
    this.writer = new ChangeWriter(sql, events);
  }

  @Override
  public CompletionStage<Optional<Message>> find(ConversationId conversation, MessageId id) {
    return sql.read(FIND, Tuple.of(id.value(), conversation.value()))
        .thenApply(rows -> Columns.first(rows, MessageRows::message));
  }

  @Override
  public CompletionStage<Page<Revision>> revisions(MessageId message, PageRequest page) {
    long after = page.after().map(it -> Long.parseLong(it.position())).orElse(0L);
    return sql.read(REVISIONS, Tuple.of(message.value(), after, page.limit() + 1))
        .thenApply(rows -> page(rows, page.limit()));
  }

  @Override
  public CompletionStage<Void> copy(ConversationId from, long upTo, ConversationId to) {
    return sql.inUnitOfWork(COPY, Tuple.of(from.value(), upTo, to.value()))
        .thenAccept(copied -> {});
  }

  @Override
  public CompletionStage<Void> hold(ConversationId conversation, UserId user) {
    return sql.inUnitOfWork(HOLD, Tuple.of(conversation.value(), user.value()))
        .thenAccept(held -> {});
  }

  @Override
  public CompletionStage<Message> save(Change<Message> changed) {
    return changed.isNothing()
        ? CompletableFuture.completedFuture(changed.now())
        : writer.write(SAVE, parameters(changed.now()), changed);
  }

  private static Tuple parameters(Message message) {
    return Tuple.tuple()
        .addUUID(message.id().value())
        .addUUID(message.conversation().value())
        .addLong(message.version())
        .addString(message.content().map(Content::value).orElse(null))
        .addOffsetDateTime(message.editedAt().map(Columns::timestamp).orElse(null))
        .addOffsetDateTime(message.deletedAt().map(Columns::timestamp).orElse(null))
        .addJsonObject(Columns.json(message.metadata().values()))
        .addUUID(message.supersededBy().map(MessageId::value).orElse(null));
  }

  private static Page<Revision> page(RowSet<Row> rows, int limit) {
    List<Revision> found = new ArrayList<>();
    boolean more = false;
    for (Row row : rows) {
      if (found.size() < limit) {
        found.add(revision(row));
        more = row.getBoolean("follows");
      }
    }
    return new Page<>(
        found,
        more
            ? Optional.of(new Cursor(String.valueOf(found.getLast().version())))
            : Optional.empty());
  }

  private static Revision revision(Row row) {
    return new Revision(
        row.getLong("version"),
        new Content(row.getString("content")),
        Columns.instant(row, "replaced_at"));
  }
}
