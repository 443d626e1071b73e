package dev.colloquy.shared.testkit;

import static dev.colloquy.shared.testkit.Stages.valueOf;
import static org.assertj.core.api.Assertions.assertThat;

import dev.colloquy.shared.domain.Audience;
import dev.colloquy.shared.domain.Subject;
import dev.colloquy.shared.domain.port.out.EventAppender;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

final class LateCompletionTest {

  private final InMemoryDatabase database = new InMemoryDatabase();
  private final InMemoryUnitOfWork unitOfWork = new InMemoryUnitOfWork(database);
  private final RecordingEvents events = new RecordingEvents(database);
  private final ScheduledExecutorService later = Executors.newSingleThreadScheduledExecutor();
  private final LateCompletion late = new LateCompletion(database, later);

  @AfterEach
  void stop() {
    late.close();
  }

  @Test
  void completesOnAnotherThreadAndStaysInTheUnitOfWork() {
    EventAppender appender = late.of(EventAppender.class, events);
    CompletableFuture<Void> everythingIsChained = new CompletableFuture<>();
    later.execute(everythingIsChained::join);

    CompletionStage<Thread> result =
        unitOfWork.inTransaction(
            () ->
                appender
                    .append(List.of(happened("test.first")))
                    .thenCompose(done -> appender.append(List.of(happened("test.second"))))
                    .thenApply(done -> Thread.currentThread()));
    everythingIsChained.complete(null);

    assertThat(valueOf(result)).isNotSameAs(Thread.currentThread());
    assertThat(events.types()).containsExactly("test.first", "test.second");
  }

  private HappenedEvent happened(String type) {
    return new HappenedEvent(
        type,
        Actors.anyone(),
        new TestClock().instant(),
        new Subject("test", Actors.anyOrigin().command()),
        new Audience.Nobody(),
        Map.of());
  }
}
