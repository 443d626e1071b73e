package dev.colloquy.identity.application;

import static dev.colloquy.shared.testkit.Stages.assertFailureOf;
import static dev.colloquy.shared.testkit.Stages.valueOf;
import static org.assertj.core.api.Assertions.assertThat;

import dev.colloquy.identity.domain.Claims;
import dev.colloquy.identity.domain.Colleague;
import dev.colloquy.identity.domain.IdentityException.Unauthenticated;
import dev.colloquy.identity.domain.Throttle;
import dev.colloquy.identity.domain.User;
import dev.colloquy.identity.domain.UserCard;
import dev.colloquy.identity.domain.port.in.ReadAllowance.Allowance;
import dev.colloquy.shared.domain.Actor;
import dev.colloquy.shared.domain.CommonException.AccessDenied;
import dev.colloquy.shared.domain.CommonException.NotFound;
import dev.colloquy.shared.domain.KeyScope;
import dev.colloquy.shared.domain.PageRequest;
import dev.colloquy.shared.domain.WorkspaceId;
import dev.colloquy.shared.testkit.Actors;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What is read of accounts: by their users, by colleagues and by other contexts. */
class ReadingHandlersTest {

  private final IdentityWorld world = world();
  private final WorkspaceId workspace = new WorkspaceId(UUID.randomUUID());
  private final User ada = world.registered("ada");
  private final User grace = world.registered("grace");
  private final User eve = world.registered("eve");
  private final Actor.Person person = Actors.person(ada.id());

  IdentityWorld world() {
    return IdentityWorld.atOnce();
  }

  ReadingHandlersTest() {
    world.seats.put(ada.id(), Set.of(workspace, new WorkspaceId(UUID.randomUUID())));
    world.seats.put(grace.id(), Set.of(workspace));
    world.seats.put(eve.id(), Set.of(new WorkspaceId(UUID.randomUUID())));
  }

  @AfterEach
  void close() {
    world.close();
  }

  private List<String> names(Actor.OfUser actor, String text) {
    return valueOf(world.colleagues.search(actor, text, PageRequest.first())).items().stream()
        .map(it -> it.username().value())
        .toList();
  }

  @Test
  void findsOneselfAndWhomOneSharesAWorkspaceWith() {
    assertThat(names(person, "")).containsExactly("ada", "grace");
    assertThat(names(person, "RAC")).containsExactly("grace");
    assertThat(valueOf(world.colleagues.find(person, grace.id())))
        .isEqualTo(new Colleague(grace.id(), grace.profile().username(), grace.profile().name()));
  }

  @Test
  void tellsAStrangerFromNobody() {
    assertFailureOf(world.colleagues.find(person, eve.id())).isInstanceOf(AccessDenied.class);
    assertFailureOf(world.colleagues.find(person, Actors.anyUser())).isInstanceOf(NotFound.class);
  }

  @Test
  void showsABoundKeyTheColleaguesOfItsWorkspaceAlone() {
    WorkspaceId elsewhere = new WorkspaceId(UUID.randomUUID());

    assertThat(names(Actors.keyFor(workspace, ada.id(), KeyScope.READ), ""))
        .containsExactly("ada", "grace");
    assertThat(names(Actors.keyFor(elsewhere, ada.id(), KeyScope.READ), "")).containsExactly("ada");
  }

  @Test
  void showsNothingToAKeyThatMayNotRead() {
    Actor.Key writer = Actors.key(ada.id(), KeyScope.WRITE);

    assertFailureOf(world.colleagues.search(writer, "", PageRequest.first()))
        .isInstanceOf(AccessDenied.class);
    assertFailureOf(world.colleagues.find(writer, grace.id())).isInstanceOf(AccessDenied.class);
    assertFailureOf(world.readAccount.handle(writer)).isInstanceOf(AccessDenied.class);
  }

  @Test
  void showsOneselfTheAccountAsItIsNow() {
    assertThat(valueOf(world.readAccount.handle(person))).isEqualTo(ada);
    assertThat(valueOf(world.readAccount.handle(Actors.key(ada.id(), KeyScope.READ))))
        .isEqualTo(ada);
    assertFailureOf(world.readAccount.handle(Actors.anyone())).isInstanceOf(Unauthenticated.class);
  }

  @Test
  void claimsTheSessionOfAPersonAndTheLimitsOfAKey() {
    Actor.Key key = Actors.keyFor(workspace, ada.id(), KeyScope.READ);

    Claims persons = valueOf(world.claims.handle(person));
    Claims keys = valueOf(world.claims.handle(key));

    assertThat(persons).isEqualTo(Claims.of(ada, person.session()));
    assertThat(persons.scopes()).isEmpty();
    assertThat(keys.user()).isEqualTo(ada.id());
    assertThat(keys.session()).isEmpty();
    assertThat(keys.scopes()).containsExactly(KeyScope.READ);
    assertThat(keys.workspace()).contains(workspace);
    assertFailureOf(world.claims.handle(Actors.anyone())).isInstanceOf(Unauthenticated.class);
  }

  @Test
  void findsActiveUsersForOtherContexts() {
    UserCard card = new UserCard(grace.id(), "grace@example.org", "grace", "grace");

    assertThat(valueOf(world.findUser.byId(grace.id()))).contains(card);
    assertThat(valueOf(world.findUser.byEmail("GRACE@example.org"))).contains(card);
    assertThat(valueOf(world.findUser.byEmail("grace"))).isEmpty();
    assertThat(valueOf(world.findUser.byEmail("nobody@example.org"))).isEmpty();
  }

  @Test
  void tellsWhatIsLeftOfAttemptsWithoutTakingOne() {
    Allowance before = allowance("192.0.2.7");
    Allowance again = allowance("192.0.2.7");

    assertThat(before.rule()).isEqualTo(IdentityWorld.PATIENCE);
    assertThat(before.admission().admitted()).isTrue();
    assertThat(again).isEqualTo(before);
  }

  @Test
  void tellsThatRegistrationsHaveUsedAttemptsUp() {
    int fresh = allowance("192.0.2.7").admission().remaining();

    // three registrations came from the address that every test comes from
    assertThat(allowance(person.origin().address()).admission().remaining()).isEqualTo(fresh - 3);
  }

  private Allowance allowance(String address) {
    return valueOf(world.allowance.handle(Throttle.REGISTRATION_BY_ADDRESS, address));
  }
}
