package dev.colloquy.shared.application;

import static dev.colloquy.shared.testkit.Stages.assertFailureOf;
import static dev.colloquy.shared.testkit.Stages.valueOf;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;

import dev.colloquy.shared.domain.Actor;
import dev.colloquy.shared.domain.Audience;
import dev.colloquy.shared.domain.CommonException.DatabaseError;
import dev.colloquy.shared.domain.Subject;
import dev.colloquy.shared.domain.port.in.RecordRefusal.Command;
import dev.colloquy.shared.testkit.Actors;
import dev.colloquy.shared.testkit.InMemoryAnonymousRefusals;
import dev.colloquy.shared.testkit.InMemoryDatabase;
import dev.colloquy.shared.testkit.InMemoryUnitOfWork;
import dev.colloquy.shared.testkit.RecordingEvents;
import dev.colloquy.shared.testkit.TestClock;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

final class RecordRefusalHandlerTest {

  private static final String ACTION = "POST /api/v1/workspaces/{id}/archive";
  private static final String ADDRESS = "192.0.2.7";

  private final InMemoryDatabase database = new InMemoryDatabase();
  private final RecordingEvents events = new RecordingEvents(database);
  private final InMemoryUnitOfWork unitOfWork = new InMemoryUnitOfWork(database);
  private final InMemoryAnonymousRefusals anonymous = new InMemoryAnonymousRefusals(database);
  private final TestClock clock = new TestClock();
  private final RecordRefusalHandler handler =
      new RecordRefusalHandler(unitOfWork, events, anonymous, clock);

  @Test
  void keepsTheRefusalOfSomebodyKnownAsAnEventForNobody() {
    Actor.Person actor = Actors.anyone();
    Subject workspace = new Subject("workspace", Actors.anyUser().value());

    valueOf(handler.handle(refusalOf(Optional.of(actor), Optional.of(workspace))));

    assertThat(events.all())
        .singleElement()
        .satisfies(
            event -> {
              assertThat(event.type()).isEqualTo("access.refused");
              assertThat(event.actor()).isEqualTo(actor);
              assertThat(event.subject()).isEqualTo(workspace);
              assertThat(event.audience()).isEqualTo(new Audience.Nobody());
              assertThat(event.occurredAt()).isEqualTo(clock.instant());
              assertThat(event.data())
                  .containsOnly(entry("action", ACTION), entry("code", "ACCESS_DENIED"));
            });
  }

  @Test
  void namesTheCommandWhereNothingElseIsKnownThatItWasTriedOn() {
    Actor.Person actor = Actors.anyone();

    valueOf(handler.handle(refusalOf(Optional.of(actor), Optional.empty())));

    assertThat(events.all())
        .singleElement()
        .extracting("subject")
        .isEqualTo(new Subject("command", actor.origin().command()));
  }

  @Test
  void countsTheRefusalsOfThoseWhoDidNotSayWhoTheyAre() {
    valueOf(handler.handle(refusalOf(Optional.empty(), Optional.empty())));
    valueOf(handler.handle(refusalOf(Optional.empty(), Optional.empty())));

    long next = valueOf(anonymous.count(ADDRESS, "ACCESS_DENIED", clock.instant()));

    assertThat(next).isEqualTo(3);
    assertThat(events.all()).isEmpty();
  }

  /** One record for each address of a network would let its owner fill the disk. */
  @Test
  void countsAnIpv6NetworkAsOne() {
    valueOf(handler.handle(anonymousFrom("2001:db8:1:2::1")));
    valueOf(handler.handle(anonymousFrom("2001:db8:1:2:ffff::2")));

    long next = valueOf(anonymous.count("2001:db8:1:2:", "ACCESS_DENIED", clock.instant()));

    assertThat(next).isEqualTo(3);
  }

  @Test
  void failsWhereTheRecordCannotBeWritten() {
    RecordRefusalHandler broken =
        new RecordRefusalHandler(
            unitOfWork,
            appended -> CompletableFuture.failedFuture(new DatabaseError()),
            anonymous,
            clock);

    assertFailureOf(broken.handle(refusalOf(Optional.of(Actors.anyone()), Optional.empty())))
        .isInstanceOf(DatabaseError.class);
  }

  private static Command anonymousFrom(String address) {
    return new Command(Optional.empty(), address, ACTION, Optional.empty(), "ACCESS_DENIED");
  }

  private static Command refusalOf(Optional<Actor> actor, Optional<Subject> subject) {
    return new Command(actor, ADDRESS, ACTION, subject, "ACCESS_DENIED");
  }
}
