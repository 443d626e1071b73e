package dev.colloquy.event.application;

import static dev.colloquy.shared.testkit.Stages.assertFailureOf;
import static dev.colloquy.shared.testkit.Stages.valueOf;
import static org.assertj.core.api.Assertions.assertThat;

import dev.colloquy.event.domain.EventException.InvalidTicket;
import dev.colloquy.event.domain.EventFilter;
import dev.colloquy.event.domain.Reader;
import dev.colloquy.event.domain.StreamItem.Connected;
import dev.colloquy.event.domain.StreamTicket;
import dev.colloquy.event.domain.port.in.FollowEvents;
import dev.colloquy.event.domain.port.in.IssueTicket;
import dev.colloquy.event.domain.port.in.ReadEvents;
import dev.colloquy.event.domain.port.in.RedeemTicket;
import dev.colloquy.event.testkit.Happening;
import dev.colloquy.event.testkit.InMemoryFeedWorld;
import dev.colloquy.event.testkit.InMemoryTickets;
import dev.colloquy.event.testkit.StreamProbe;
import dev.colloquy.shared.domain.Actor;
import dev.colloquy.shared.domain.CommonException.AccessDenied;
import dev.colloquy.shared.domain.KeyScope;
import dev.colloquy.shared.domain.Origin;
import dev.colloquy.shared.testkit.Actors;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Random;
import org.junit.jupiter.api.Test;

final class EventHandlersTest {

  private static final Instant NOW = Instant.parse("2026-01-01T00:00:00Z");

  private final InMemoryFeedWorld world = new InMemoryFeedWorld();
  private final InMemoryTickets tickets = new InMemoryTickets();
  private final Clock clock = Clock.fixed(NOW, ZoneOffset.UTC);
  private final IssueTicket issue = new IssueTicketHandler(tickets, clock, new Random(1));
  private final RedeemTicket redeem = new RedeemTicketHandler(tickets, clock);

  @Test
  void readsAPage() {
    Actor.Person mary = world.someone();
    world.happened(Happening.to(mary.user(), "hers"));
    ReadEvents read = new ReadEventsHandler(world.feed());

    assertThat(valueOf(read.handle(new ReadEvents.Query(everything(mary), 0, 10))).items())
        .hasSize(1);
  }

  @Test
  void followsTheFeed() {
    Actor.Person mary = world.someone();
    FollowEvents follow = new FollowEventsHandler(world.feed());
    FollowEvents.Query query = new FollowEvents.Query(everything(mary), OptionalLong.empty());

    try (StreamProbe stream = StreamProbe.of(5, executor -> follow.handle(query, executor))) {
      stream.awaitConnected();

      assertThat(stream.items()).containsExactly(new Connected(0));
    }
  }

  @Test
  void aKeyThatMayNotReadReadsNothing() {
    Actor.Key key = Actors.key(Actors.anyUser(), KeyScope.WRITE);
    ReadEvents read = new ReadEventsHandler(world.feed());
    FollowEvents follow = new FollowEventsHandler(world.feed());
    FollowEvents.Query query = new FollowEvents.Query(everything(key), OptionalLong.empty());

    assertFailureOf(read.handle(new ReadEvents.Query(everything(key), 0, 10)))
        .isInstanceOf(AccessDenied.class);
    assertFailureOf(issue.handle(new IssueTicket.Command(key))).isInstanceOf(AccessDenied.class);
    try (StreamProbe stream = StreamProbe.of(5, executor -> follow.handle(query, executor))) {
      assertFailureOf(stream.end()).isInstanceOf(AccessDenied.class);
    }
  }

  @Test
  void aTicketIsGoodOnceForWhoeverItWasGivenTo() {
    Actor.Person mary = world.someone();
    Origin elsewhere = Actors.anyOrigin();

    StreamTicket ticket = valueOf(issue.handle(new IssueTicket.Command(mary)));
    Actor.OfUser actor = valueOf(redeem.handle(new RedeemTicket.Command(ticket, elsewhere)));

    assertThat(actor)
        .isEqualTo(new Actor.Person(mary.user(), mary.session(), mary.role(), elsewhere));
    assertFailureOf(redeem.handle(new RedeemTicket.Command(ticket, elsewhere)))
        .isInstanceOf(InvalidTicket.class);
  }

  @Test
  void aTicketIsGoodForHalfAMinute() {
    StreamTicket ticket = valueOf(issue.handle(new IssueTicket.Command(world.someone())));
    Clock late = Clock.offset(clock, Duration.ofSeconds(30));
    RedeemTicket redeemLate = new RedeemTicketHandler(tickets, late);

    assertFailureOf(redeemLate.handle(new RedeemTicket.Command(ticket, Actors.anyOrigin())))
        .isInstanceOf(InvalidTicket.class);
  }

  private static Reader everything(Actor.OfUser actor) {
    return new Reader(actor, Optional.empty(), EventFilter.all());
  }
}
