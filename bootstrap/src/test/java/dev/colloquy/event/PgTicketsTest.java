package dev.colloquy.event;

import static dev.colloquy.shared.testkit.Stages.valueOf;
import static org.assertj.core.api.Assertions.assertThat;

import dev.colloquy.event.adapter.persistence.PgTickets;
import dev.colloquy.event.domain.StreamTicket;
import dev.colloquy.shared.adapter.persistence.Sql;
import dev.colloquy.shared.domain.Actor;
import dev.colloquy.shared.domain.KeyScope;
import dev.colloquy.shared.domain.Origin;
import dev.colloquy.shared.domain.WorkspaceId;
import dev.colloquy.shared.testkit.Actors;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.CompletionStage;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class PgTicketsTest {

  private static final Instant NOW = Instant.parse("2026-01-01T00:00:00Z");
  private static final Instant LATER = NOW.plus(StreamTicket.LIFETIME);

  private final FeedDatabase database = new FeedDatabase();
  private final PgTickets tickets = new PgTickets(new Sql(database.pool()));
  private final Origin elsewhere = Actors.anyOrigin();

  @AfterAll
  void stop() {
    database.close();
  }

  @Test
  void rememberAPersonAndAKeyAsTheyWere() {
    Actor.Person person = Actors.anyone();
    Actor.Key key = Actors.keyFor(new WorkspaceId(UUID.randomUUID()), person.user(), KeyScope.READ);
    String one = keep(person);
    String two = keep(key);

    assertThat(valueOf(tickets.take(one, elsewhere, NOW)))
        .contains(new Actor.Person(person.user(), person.session(), person.role(), elsewhere));
    assertThat(valueOf(tickets.take(two, elsewhere, NOW)))
        .contains(
            new Actor.Key(
                key.user(), key.key(), key.role(), key.scopes(), key.boundTo(), elsewhere));
  }

  @Test
  void giveATicketToOneOfManyWhoShowItAtOnce() {
    String ticket = keep(Actors.anyone());

    List<CompletionStage<Optional<Actor.OfUser>>> taking =
        Stream.generate(() -> tickets.take(ticket, elsewhere, NOW)).limit(20).toList();

    assertThat(taking.stream().filter(each -> valueOf(each).isPresent())).hasSize(1);
  }

  @Test
  void forgetWhatHasExpired() {
    String ticket = keep(Actors.anyone());

    assertThat(valueOf(tickets.take(ticket, elsewhere, LATER))).isEmpty();
    valueOf(tickets.keep(StreamTicket.random(new Random()).hash(), Actors.anyone(), LATER, LATER));
    assertThat(valueOf(tickets.take(ticket, elsewhere, NOW))).isEmpty();
  }

  private String keep(Actor.OfUser actor) {
    String hash = StreamTicket.random(new Random()).hash();
    valueOf(tickets.keep(hash, actor, NOW, LATER));
    return hash;
  }
}
