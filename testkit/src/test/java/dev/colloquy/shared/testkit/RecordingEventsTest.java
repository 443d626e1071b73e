package dev.colloquy.shared.testkit;

import dev.colloquy.shared.domain.DomainEvent;
import dev.colloquy.shared.domain.port.out.EventAppender;
import dev.colloquy.shared.domain.port.out.UnitOfWork;
import java.util.List;
import java.util.UUID;

final class RecordingEventsTest implements EventAppenderContract {

  private final InMemoryDatabase database = new InMemoryDatabase();
  private final RecordingEvents events = new RecordingEvents(database);
  private final InMemoryUnitOfWork unitOfWork = new InMemoryUnitOfWork(database);

  @Override
  public EventAppender events() {
    return events;
  }

  @Override
  public UnitOfWork unitOfWork() {
    return unitOfWork;
  }

  @Override
  public List<String> typesAbout(UUID subject) {
    return events.all().stream()
        .filter(event -> event.subject().id().equals(subject))
        .map(DomainEvent::type)
        .toList();
  }
}
