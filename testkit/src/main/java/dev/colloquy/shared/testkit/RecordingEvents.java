package dev.colloquy.shared.testkit;

import dev.colloquy.shared.domain.DomainEvent;
import dev.colloquy.shared.domain.port.out.EventAppender;
import java.util.List;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.atomic.AtomicLong;

/** Keeps events for tests to look at; a unit of work that is rolled back leaves none. */
public final class RecordingEvents implements EventAppender {

  private final InMemoryDatabase database;
  private final Table<Long, DomainEvent> events;
  private final AtomicLong last = new AtomicLong();

  public RecordingEvents(InMemoryDatabase database) {
    this.database = database;
    this.events = database.table();
  }

  @Override
  public CompletionStage<Void> append(List<? extends DomainEvent> appended) {
    return database
        .inUnitOfWork(
            () -> {
              appended.forEach(event -> events.put(last.incrementAndGet(), event));
              return true;
            })
        .thenAccept(done -> {});
  }

  /** What has happened, in the order of the commits. */
  public List<DomainEvent> all() {
    return events.values();
  }

  /** The types of what has happened, in the order of the commits. */
  public List<String> types() {
    return all().stream().map(DomainEvent::type).toList();
  }
}
