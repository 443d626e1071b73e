package dev.colloquy.conversation.adapter.persistence;

import dev.colloquy.conversation.domain.Conversation;
import dev.colloquy.conversation.domain.ConversationStatus;
import dev.colloquy.conversation.domain.port.out.Conversations;
import dev.colloquy.shared.adapter.persistence.Columns;
import dev.colloquy.shared.adapter.persistence.Entities;
import dev.colloquy.shared.adapter.persistence.Sql;
import dev.colloquy.shared.domain.Change;
import dev.colloquy.shared.domain.CommonException.Archived;
import dev.colloquy.shared.domain.CommonException.NotFound;
import dev.colloquy.shared.domain.ConversationId;
import dev.colloquy.shared.domain.UserId;
import dev.colloquy.shared.domain.WorkspaceId;
import dev.colloquy.shared.domain.port.out.EventAppender;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.RowSet;
import io.vertx.sqlclient.Tuple;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

/** Conversations as rows, with their heads and their seats. */
public final class HibernateConversations implements Conversations {

  private static final String FIND =
      "select "
          + ConversationMapper.COLUMNS
          + " from conversation c join workspace w on w.id = c.workspace_id where c.id = $1";

  private static final String WITH_SEAT_OF =
      """
      select c.id from conversation c
      join participant p on p.conversation_id = c.id
      where p.user_id = $1 and p.workspace_id = $2
      order by c.id for no key update of c""";

  // held, so that a closing of the workspace waits and then finds the new head
  private static final String HOLD_WORKSPACE =
      "select status from workspace where id = $1 for share";

  private static final String ADD_HEAD =
      """
      insert into conversation_head
        (conversation_id, last_seq, message_count, last_active_at, writable)
      values ($1, 0, 0, $2, true)""";

  private static final String SAVE_HEAD =
      """
      update conversation_head set writable = $2
      where conversation_id = $1 and writable <> $2""";

  private static final String ADD_SEATS =
      """
      insert into participant (conversation_id, user_id, workspace_id, joined_at, place)
      select $1, seat.user_id, $2, $3, seat.place
      from unnest($4::uuid[]) with ordinality as seat (user_id, place)
      on conflict do nothing""";

  // waits for messages that are being posted from the seat
  private static final String END_SEATS =
      "delete from participant where conversation_id = $1 and user_id <> all ($2::uuid[])";

  private final Entities entities;
  private final Sql sql;
  private final EventAppender events;

  public HibernateConversations(Entities entities, Sql sql, EventAppender events) {
    this.entities = entities;
    this.sql = sql;
    this.events = events;
  }

  @Override
  public CompletionStage<Optional<Conversation>> find(ConversationId id) {
    return sql.read(FIND, Tuple.of(id.value()))
        .thenApply(rows -> Columns.first(rows, ConversationMapper::conversation));
  }

  @Override
  public CompletionStage<List<ConversationId>> withSeatOf(UserId user, WorkspaceId workspace) {
    return sql.inUnitOfWork(WITH_SEAT_OF, Tuple.of(user.value(), workspace.value()))
        .thenApply(rows -> Columns.list(rows, row -> new ConversationId(row.getUUID("id"))));
  }

  @Override
  public CompletionStage<Conversation> add(Change<Conversation> started) {
    Conversation conversation = started.now();
    return sql.inUnitOfWork(HOLD_WORKSPACE, Tuple.of(conversation.home().workspace().value()))
        .thenAccept(HibernateConversations::demandOpen)
        .thenCompose(open -> entities.persist(ConversationMapper.entity(conversation)))
        .thenCompose(row -> sql.inUnitOfWork(ADD_HEAD, head(conversation)))
        .thenCompose(head -> addSeats(conversation))
        .thenCompose(seated -> events.append(started.events()))
        .thenApply(written -> conversation);
  }

  @Override
  public CompletionStage<Conversation> save(Change<Conversation> changed) {
    Conversation conversation = changed.now();
    if (changed.isNothing()) {
      return CompletableFuture.completedFuture(conversation);
    }
    return entities
        .update(
            ConversationEntity.class,
            conversation.id().value(),
            conversation.version(),
            row -> ConversationMapper.write(conversation, row))
        .thenCompose(row -> sql.inUnitOfWork(END_SEATS, seats(conversation)))
        .thenCompose(ended -> addSeats(conversation))
        .thenCompose(seated -> sql.inUnitOfWork(SAVE_HEAD, writable(conversation)))
        .thenCompose(head -> events.append(changed.events()))
        .thenApply(written -> conversation);
  }

  private CompletionStage<RowSet<Row>> addSeats(Conversation conversation) {
    return sql.inUnitOfWork(
        ADD_SEATS,
        Tuple.of(
            conversation.id().value(),
            conversation.home().workspace().value(),
            Columns.timestamp(conversation.updatedAt()),
            users(conversation)));
  }

  private static void demandOpen(RowSet<Row> workspace) {
    ConversationStatus status =
        Columns.first(workspace, row -> row.getString("status"))
            .map(text -> Columns.constant(ConversationStatus.class, text))
            .orElse(ConversationStatus.DELETED);
    switch (status) {
      case ACTIVE -> {}
      case ARCHIVED -> throw new Archived("workspace");
      case DELETED -> throw new NotFound("workspace");
    }
  }

  private static Tuple head(Conversation conversation) {
    return Tuple.of(conversation.id().value(), Columns.timestamp(conversation.createdAt()));
  }

  private static Tuple seats(Conversation conversation) {
    return Tuple.of(conversation.id().value(), (Object) users(conversation));
  }

  private static Tuple writable(Conversation conversation) {
    boolean active = conversation.status() == ConversationStatus.ACTIVE;
    boolean atHome = conversation.home().status() == ConversationStatus.ACTIVE;
    return Tuple.of(conversation.id().value(), active && atHome);
  }

  private static UUID[] users(Conversation conversation) {
    return conversation.participants().stream().map(UserId::value).toArray(UUID[]::new);
  }
}
