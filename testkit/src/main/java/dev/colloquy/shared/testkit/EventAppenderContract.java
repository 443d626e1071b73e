package dev.colloquy.shared.testkit;

import static dev.colloquy.shared.testkit.Stages.assertFailureOf;
import static dev.colloquy.shared.testkit.Stages.valueOf;
import static org.assertj.core.api.Assertions.assertThat;

import dev.colloquy.shared.domain.Audience;
import dev.colloquy.shared.domain.CommonException.NotFound;
import dev.colloquy.shared.domain.ConversationId;
import dev.colloquy.shared.domain.DomainEvent;
import dev.colloquy.shared.domain.Subject;
import dev.colloquy.shared.domain.WorkspaceId;
import dev.colloquy.shared.domain.port.out.EventAppender;
import dev.colloquy.shared.domain.port.out.UnitOfWork;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What appending events holds. */
public interface EventAppenderContract {

  EventAppender events();

  UnitOfWork unitOfWork();

  /** The types of the committed events about this subject, in the order of appending. */
  List<String> typesAbout(UUID subject);

  @Test
  default void keepsEventsInTheirOrder() {
    UUID subject = Actors.anyOrigin().command();
    List<String> types = IntStream.range(0, 1_200).mapToObj(each -> "test." + each).toList();

    valueOf(
        unitOfWork()
            .inTransaction(
                () -> events().append(types.stream().map(it -> event(it, subject)).toList())));

    assertThat(typesAbout(subject)).isEqualTo(types);
  }

  @Test
  default void keepsEveryAudience() {
    UUID subject = Actors.anyOrigin().command();
    List<Audience> audiences =
        List.of(
            new Audience.OneUser(Actors.anyone().user()),
            new Audience.Participants(new ConversationId(Actors.anyOrigin().command())),
            new Audience.Members(new WorkspaceId(Actors.anyOrigin().command())),
            new Audience.Administrators(),
            new Audience.Nobody());

    valueOf(
        unitOfWork()
            .inTransaction(
                () ->
                    events()
                        .append(
                            audiences.stream()
                                .map(audience -> event("test.seen", subject, audience))
                                .toList())));

    assertThat(typesAbout(subject)).hasSameSizeAs(audiences);
  }

  @Test
  default void appendsNothingFromAnEmptyList() {
    CompletionStage<Void> result = unitOfWork().inTransaction(() -> events().append(List.of()));

    assertThat(result).succeedsWithin(Stages.PATIENCE);
  }

  @Test
  default void forgetsEventsWithTheirUnitOfWork() {
    UUID subject = Actors.anyOrigin().command();

    CompletionStage<Void> result =
        unitOfWork()
            .inTransaction(
                () ->
                    events()
                        .append(List.of(event("test.lost", subject)))
                        .thenCompose(
                            done -> CompletableFuture.failedFuture(new NotFound("thing"))));

    assertFailureOf(result).isInstanceOf(NotFound.class);
    assertThat(typesAbout(subject)).isEmpty();
  }

  @Test
  default void refusesToAppendWhereNoUnitOfWorkIsUnderWay() {
    UUID subject = Actors.anyOrigin().command();

    CompletionStage<Void> result = events().append(List.of(event("test.stray", subject)));

    assertFailureOf(result).isInstanceOf(IllegalStateException.class);
    assertThat(typesAbout(subject)).isEmpty();
  }

  private DomainEvent event(String type, UUID subject) {
    return event(type, subject, new Audience.Nobody());
  }

  private DomainEvent event(String type, UUID subject, Audience audience) {
    return new HappenedEvent(
        type,
        Actors.anyone(),
        Instant.parse("2026-01-01T00:00:00.000001Z"),
        new Subject("test", subject),
        audience,
        Map.of("text", "a \"quoted\" word", "list", List.of(1, 2.5, true), "map", Map.of()));
  }
}
