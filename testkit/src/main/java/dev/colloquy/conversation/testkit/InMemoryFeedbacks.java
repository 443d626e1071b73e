package dev.colloquy.conversation.testkit;

import dev.colloquy.conversation.domain.Feedback;
import dev.colloquy.conversation.domain.Message;
import dev.colloquy.conversation.domain.MessageId;
import dev.colloquy.conversation.domain.port.out.Feedbacks;
import dev.colloquy.shared.domain.Change;
import dev.colloquy.shared.domain.UserId;
import dev.colloquy.shared.domain.port.out.EventAppender;
import dev.colloquy.shared.testkit.InMemoryDatabase;
import dev.colloquy.shared.testkit.Table;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.CompletionStage;

/** Keeps feedback in memory. */
public final class InMemoryFeedbacks implements Feedbacks {

  private final InMemoryDatabase database;
  private final EventAppender events;
  private final Table<Place, Feedback> rows;

  public InMemoryFeedbacks(InMemoryDatabase database, EventAppender events) {
    this.database = database;
    this.events = events;
    this.rows = database.table();
  }

  @Override
  public CompletionStage<Optional<Feedback>> find(MessageId message, UserId user) {
    return database.inUnitOfWork(() -> rows.get(new Place(message, user)));
  }

  @Override
  public CompletionStage<Void> put(
      Message message, UserId user, Change<Feedback> given, Instant now) {
    return database
        .inUnitOfWork(
            () -> {
              rows.put(new Place(message.id(), user), given.now());
              return true;
            })
        .thenCompose(put -> events.append(given.events()));
  }

  private record Place(MessageId message, UserId user) {}
}
