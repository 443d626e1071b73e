package dev.colloquy.event.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.colloquy.shared.domain.Actor;
import dev.colloquy.shared.domain.ApiKeyId;
import dev.colloquy.shared.domain.InvalidValue;
import dev.colloquy.shared.domain.KeyScope;
import dev.colloquy.shared.domain.LoginSessionId;
import dev.colloquy.shared.domain.Origin;
import dev.colloquy.shared.domain.Scope;
import dev.colloquy.shared.domain.UserId;
import dev.colloquy.shared.domain.UserRole;
import dev.colloquy.shared.domain.WorkspaceId;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;

final class ReaderTest {

  private final Origin origin = new Origin(UUID.randomUUID(), "", Events.NOW, "");
  private final UserId user = new UserId(UUID.randomUUID());
  private final WorkspaceId home = new WorkspaceId(UUID.randomUUID());
  private final WorkspaceId other = new WorkspaceId(UUID.randomUUID());
  private final Actor.Person person =
      new Actor.Person(user, new LoginSessionId(UUID.randomUUID()), UserRole.USER, origin);
  private final Actor.Key bound =
      new Actor.Key(
          user,
          new ApiKeyId(UUID.randomUUID()),
          UserRole.ADMIN,
          Set.of(KeyScope.READ),
          Optional.of(home),
          origin);

  @Test
  void wantsOnlyWhatHappenedInThePlaceHeReads() {
    Reader reader = new Reader(person, Optional.of(new Scope.OfWorkspace(home)), EventFilter.all());

    assertThat(reader.wants(Events.inWorkspace("a.b", home.value(), Map.of()))).isTrue();
    assertThat(reader.wants(Events.inWorkspace("a.b", other.value(), Map.of()))).isFalse();
    assertThat(reader.wants(Events.about("a.b", user.value(), Map.of()))).isFalse();
  }

  @Test
  void wantsOnlyTheTypesHeNames() {
    EventFilter filter = new EventFilter(Set.of("a.b"), Optional.empty(), Optional.empty());
    Reader reader = everything(person, filter);

    assertThat(reader.wants(Events.about("a.b", user.value(), Map.of()))).isTrue();
    assertThat(reader.wants(Events.about("a.c", user.value(), Map.of()))).isFalse();
  }

  @Test
  void aBoundKeyReachesNothingBeyondItsWorkspace() {
    Reader reader = everything(bound, EventFilter.all());

    assertThat(reader.mayReach(Events.inWorkspace("a.b", home.value(), Map.of()))).isTrue();
    assertThat(reader.mayReach(Events.inWorkspace("a.b", other.value(), Map.of()))).isFalse();
    assertThat(reader.mayReach(Events.about("a.b", user.value(), Map.of()))).isFalse();
  }

  @Test
  void administratorsEventsNeedThatRight() {
    Actor.Person administrator = new Actor.Person(user, person.session(), UserRole.ADMIN, origin);

    assertThat(everything(person, EventFilter.all()).mayReach(Events.forAdministrators()))
        .isFalse();
    assertThat(everything(administrator, EventFilter.all()).mayReach(Events.forAdministrators()))
        .isTrue();
  }

  @Test
  void endsWithHisOwnSessionKeyOrAccountAlone() {
    Reader logged = everything(person, EventFilter.all());
    Reader keyed = everything(bound, EventFilter.all());
    UUID session = person.session().value();

    assertThat(logged.endsWith(Events.about("session.ended", session, Map.of()))).isTrue();
    assertThat(logged.endsWith(Events.about("session.ended", UUID.randomUUID(), Map.of())))
        .isFalse();
    assertThat(keyed.endsWith(Events.about("session.ended", session, Map.of()))).isFalse();
    assertThat(keyed.endsWith(Events.about("api_key.deleted", bound.key().value(), Map.of())))
        .isTrue();
    assertThat(keyed.endsWith(Events.about("user.deleted", user.value(), Map.of()))).isTrue();
    assertThat(logged.endsWith(Events.about("user.updated", user.value(), Map.of()))).isFalse();
  }

  @Test
  void aFilterRefusesWhatIsNoType() {
    assertThatThrownBy(() -> filter("Message.Created")).isInstanceOf(InvalidValue.class);
    assertThatThrownBy(() -> filter("message")).isInstanceOf(InvalidValue.class);
    assertThatThrownBy(() -> filter("message.created'; drop")).isInstanceOf(InvalidValue.class);
    assertThat(filter("run.tool_call.started").types()).containsExactly("run.tool_call.started");
  }

  @Test
  void aTicketIsLongNeverTheSameAndOutOfLogs() {
    StreamTicket one = StreamTicket.random(new Random(1));
    StreamTicket two = StreamTicket.random(new Random(2));

    assertThat(one.secret()).hasSize(43).isNotEqualTo(two.secret());
    assertThat(one.hash()).hasSize(64).isNotEqualTo(two.hash()).doesNotContain(one.secret());
    assertThat(one.toString()).doesNotContain(one.secret());
  }

  @Test
  void typingIsOverAfterAMoment() {
    var typing = Events.about("conversation.typing", user.value(), Map.of());
    var message = Events.about("message.created", user.value(), Map.of());

    assertThat(Fleeting.isOver(typing, Events.NOW.plusSeconds(10))).isFalse();
    assertThat(Fleeting.isOver(typing, Events.NOW.plusSeconds(11))).isTrue();
    assertThat(Fleeting.isOver(message, Events.NOW.plusSeconds(11))).isFalse();
  }

  private static EventFilter filter(String type) {
    return new EventFilter(Set.of(type), Optional.empty(), Optional.empty());
  }

  private static Reader everything(Actor.OfUser actor, EventFilter filter) {
    return new Reader(actor, Optional.empty(), filter);
  }
}
