package dev.colloquy.conversation.testkit;

import dev.colloquy.conversation.domain.ReadMarker;
import dev.colloquy.conversation.domain.port.out.ReadMarkers;
import dev.colloquy.shared.domain.Change;
import dev.colloquy.shared.domain.ConversationId;
import dev.colloquy.shared.domain.UserId;
import dev.colloquy.shared.domain.port.out.EventAppender;
import dev.colloquy.shared.testkit.InMemoryDatabase;
import dev.colloquy.shared.testkit.Table;
import java.util.Optional;
import java.util.concurrent.CompletionStage;

/** Keeps read markers in memory. */
public final class InMemoryReadMarkers implements ReadMarkers {

  private final InMemoryDatabase database;
  private final EventAppender events;
  private final Table<Place, ReadMarker> rows;

  public InMemoryReadMarkers(InMemoryDatabase database, EventAppender events) {
    this.database = database;
    this.events = events;
    this.rows = database.table();
  }

  @Override
  public CompletionStage<Optional<ReadMarker>> find(ConversationId conversation, UserId user) {
    return database.inUnitOfWork(() -> rows.get(new Place(conversation, user)));
  }

  @Override
  public CompletionStage<Void> put(Change<ReadMarker> moved) {
    ReadMarker row = moved.now();
    return database
        .inUnitOfWork(
            () -> {
              rows.put(new Place(row.conversation(), row.user()), row);
              return true;
            })
        .thenCompose(put -> events.append(moved.events()));
  }

  long seq(ConversationId conversation, UserId user) {
    return rows.get(new Place(conversation, user)).map(ReadMarker::seq).orElse(0L);
  }

  private record Place(ConversationId conversation, UserId user) {}
}
