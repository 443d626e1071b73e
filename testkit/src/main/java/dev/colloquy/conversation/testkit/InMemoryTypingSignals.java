package dev.colloquy.conversation.testkit;

import dev.colloquy.conversation.domain.ReaderEvent;
import dev.colloquy.conversation.domain.port.in.SignalTyping;
import dev.colloquy.conversation.domain.port.out.TypingSignals;
import dev.colloquy.shared.domain.ConversationId;
import dev.colloquy.shared.domain.UserId;
import dev.colloquy.shared.domain.port.out.EventAppender;
import dev.colloquy.shared.testkit.InMemoryDatabase;
import dev.colloquy.shared.testkit.Table;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

/** Remembers the last signals in memory. */
public final class InMemoryTypingSignals implements TypingSignals {

  private final InMemoryDatabase database;
  private final EventAppender events;
  private final Table<Place, Instant> rows;

  public InMemoryTypingSignals(InMemoryDatabase database, EventAppender events) {
    this.database = database;
    this.events = events;
    this.rows = database.table();
  }

  @Override
  public CompletionStage<Void> signal(ReaderEvent.Typing typing) {
    return database
        .inUnitOfWork(() -> claimed(typing))
        .thenCompose(
            claimed ->
                claimed
                    ? events.append(List.of(typing))
                    : CompletableFuture.<Void>completedFuture(null));
  }

  private boolean claimed(ReaderEvent.Typing typing) {
    Place place = new Place(typing.conversation(), typing.user());
    Instant due = typing.occurredAt().minus(SignalTyping.PAUSE);
    if (rows.get(place).filter(last -> last.isAfter(due)).isPresent()) {
      return false;
    }
    rows.put(place, typing.occurredAt());
    return true;
  }

  private record Place(ConversationId conversation, UserId user) {}
}
