package dev.colloquy.conversation.testkit;

import dev.colloquy.conversation.domain.Conversation;
import dev.colloquy.conversation.domain.ConversationStatus;
import dev.colloquy.conversation.domain.Home;
import dev.colloquy.conversation.domain.port.out.Conversations;
import dev.colloquy.shared.domain.Change;
import dev.colloquy.shared.domain.CommonException;
import dev.colloquy.shared.domain.ConversationId;
import dev.colloquy.shared.domain.UserId;
import dev.colloquy.shared.domain.WorkspaceId;
import dev.colloquy.shared.domain.port.out.EventAppender;
import dev.colloquy.shared.testkit.InMemoryDatabase;
import dev.colloquy.shared.testkit.InMemoryMemberships;
import dev.colloquy.shared.testkit.Table;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletionStage;

/** Keeps conversations in memory. */
public final class InMemoryConversations
    implements Conversations, InMemoryMemberships.ConversationSeats {

  private final InMemoryDatabase database;
  private final InMemoryHomes homes;
  private final EventAppender events;
  private final Table<ConversationId, Conversation> rows;

  public InMemoryConversations(
      InMemoryDatabase database, InMemoryHomes homes, EventAppender events) {
    this.database = database;
    this.homes = homes;
    this.events = events;
    this.rows = database.table();
  }

  @Override
  public CompletionStage<Optional<Conversation>> find(ConversationId id) {
    return database.read(() -> row(id));
  }

  @Override
  public CompletionStage<List<ConversationId>> withSeatOf(UserId user, WorkspaceId workspace) {
    return database.inUnitOfWork(
        () ->
            all().stream()
                .filter(it -> it.home().workspace().equals(workspace) && it.isParticipant(user))
                .map(Conversation::id)
                .toList());
  }

  @Override
  public CompletionStage<Conversation> add(Change<Conversation> started) {
    return database
        .inUnitOfWork(() -> inserted(started.now()))
        .thenCompose(row -> events.append(started.events()).thenApply(appended -> row));
  }

  @Override
  public CompletionStage<Conversation> save(Change<Conversation> changed) {
    return database
        .inUnitOfWork(() -> changed.isNothing() ? changed.now() : updated(changed.now()))
        .thenCompose(row -> events.append(changed.events()).thenApply(appended -> row));
  }

  @Override
  public Optional<Seat> seatOf(UserId user, ConversationId conversation) {
    return row(conversation)
        .map(
            it ->
                new Seat(
                    it.home().workspace(), it.isParticipant(user), it.createdBy().equals(user)));
  }

  /** The conversation, in the workspace as it is now. */
  Optional<Conversation> row(ConversationId id) {
    return rows.get(id).map(this::atHome);
  }

  /** All of them, whatever their status, each in the workspace as it is now. */
  public List<Conversation> all() {
    return rows.values().stream().map(this::atHome).toList();
  }

  private Conversation inserted(Conversation row) {
    Home home = homes.home(row.home().workspace());
    if (home.isDeleted()) {
      throw new CommonException.NotFound("workspace");
    }
    if (home.status() == ConversationStatus.ARCHIVED) {
      throw new CommonException.Archived("workspace");
    }
    return stored(row);
  }

  private Conversation updated(Conversation row) {
    if (rows.get(row.id()).filter(it -> it.version() == row.version() - 1).isEmpty()) {
      throw new CommonException.Conflict();
    }
    return stored(row);
  }

  private Conversation stored(Conversation row) {
    WorkspaceId workspace = row.home().workspace();
    if (row.participants().stream().anyMatch(it -> homes.roleOf(it, workspace).isEmpty())) {
      throw new CommonException.IntegrityError();
    }
    rows.put(row.id(), row);
    return row;
  }

  private Conversation atHome(Conversation row) {
    return row.in(homes.home(row.home().workspace()));
  }
}
