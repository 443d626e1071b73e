package dev.colloquy.identity.application;

import static dev.colloquy.shared.testkit.Stages.assertFailureOf;
import static dev.colloquy.shared.testkit.Stages.valueOf;
import static org.assertj.core.api.Assertions.assertThat;

import dev.colloquy.identity.domain.AccessToken;
import dev.colloquy.identity.domain.DisplayName;
import dev.colloquy.identity.domain.Email;
import dev.colloquy.identity.domain.IdentityException.InvalidCredentials;
import dev.colloquy.identity.domain.IdentityException.Unauthenticated;
import dev.colloquy.identity.domain.Login;
import dev.colloquy.identity.domain.Password;
import dev.colloquy.identity.domain.RefreshToken;
import dev.colloquy.identity.domain.User;
import dev.colloquy.identity.domain.port.in.RefreshLogin;
import dev.colloquy.identity.domain.port.in.Register;
import dev.colloquy.identity.testkit.PlainPasswordHasher;
import dev.colloquy.shared.domain.CommonException.Duplicate;
import dev.colloquy.shared.domain.CommonException.TooManyRequests;
import dev.colloquy.shared.testkit.Actors;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletionStage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class LoginHandlersTest {

  private IdentityWorld world = IdentityWorld.atOnce();

  IdentityWorld world() {
    return IdentityWorld.atOnce();
  }

  @BeforeEach
  void open() {
    world = world();
  }

  @AfterEach
  void close() {
    world.close();
  }

  private CompletionStage<Login> refresh(RefreshToken token) {
    return world.refresh.handle(new RefreshLogin.Command(Actors.anyOrigin(), token));
  }

  @Test
  void registersWithADerivedUsername() {
    world.registered("ada");

    User second =
        valueOf(
            world.register.handle(
                new Register.Command(
                    Actors.anyOrigin(),
                    new Email("ada@example.com"),
                    Optional.empty(),
                    new DisplayName("Ada"),
                    Password.chosen(IdentityWorld.PASSWORD))));

    assertThat(second.profile().username().value()).isEqualTo("ada_2");
    assertThat(world.events.types()).containsExactly("user.registered", "user.registered");
  }

  @Test
  void refusesATakenName() {
    world.registered("ada");

    assertFailureOf(
            world.register.handle(
                new Register.Command(
                    Actors.anyOrigin(),
                    new Email("ADA@example.org"),
                    Optional.empty(),
                    new DisplayName("Ada"),
                    Password.chosen(IdentityWorld.PASSWORD))))
        .isInstanceOf(Duplicate.class);
  }

  @Test
  void logsInByEitherNameAndNotesIt() {
    User ada = world.registered("ada");

    Login byName = world.loggedIn("ADA");
    Login byAddress = valueOf(world.tryLogIn("Ada@Example.org", IdentityWorld.PASSWORD));

    assertThat(byName.claims().user()).isEqualTo(ada.id());
    assertThat(byAddress.claims().session()).isNotEqualTo(byName.claims().session());
    assertThat(valueOf(world.users.find(ada.id())).orElseThrow().lastLoginAt())
        .contains(world.clock.instant());
    assertThat(world.events.types()).endsWith("session.started", "session.started");
  }

  @Test
  void doesTheSameWorkForNamesThatNobodyHas() {
    world.registered("ada");

    assertFailureOf(world.tryLogIn("ada", "wrong")).isInstanceOf(InvalidCredentials.class);
    int forKnown = world.hasher.comparisons();
    assertFailureOf(world.tryLogIn("nobody", "wrong")).isInstanceOf(InvalidCredentials.class);
    assertFailureOf(world.tryLogIn("ada", "x".repeat(200))).isInstanceOf(InvalidCredentials.class);

    assertThat(world.hasher.comparisons()).isEqualTo(3 * forKnown);
  }

  @Test
  void locksAnAccountForLongerWithEachFailureAndTellsAdministratorsOnce() {
    world.registered("ada");
    for (int i = 0; i < 5; i++) {
      assertFailureOf(world.tryLogIn("ada", "wrong")).isInstanceOf(InvalidCredentials.class);
    }

    assertFailureOf(world.tryLogIn("ada", IdentityWorld.PASSWORD))
        .isInstanceOf(TooManyRequests.class);

    assertThat(world.events.types()).containsOnlyOnce("user.locked_out");
    world.clock.advance(Duration.ofSeconds(30));
    world.loggedIn("ada");
  }

  @Test
  void forgetsFailuresOnceSomebodyHasLoggedIn() {
    world.registered("ada");
    for (int round = 0; round < 3; round++) {
      for (int i = 0; i < 4; i++) {
        assertFailureOf(world.tryLogIn("ada", "wrong")).isInstanceOf(InvalidCredentials.class);
      }
      world.loggedIn("ada");
    }
  }

  @Test
  void replacesAnOutdatedHashAtLogin() {
    User ada = world.registered("ada");
    valueOf(
        world.unitOfWork.inTransaction(
            () ->
                world.credentials.put(
                    ada.id(), PlainPasswordHasher.outdated(IdentityWorld.PASSWORD))));

    world.loggedIn("ada");

    assertThat(valueOf(world.credentials.find(ada.id())).orElseThrow().value()).startsWith("new:");
  }

  @Test
  void throttlesRegistrationsFromOneAddress() {
    for (int i = 0; i < 5; i++) {
      world.registered("user_" + i);
    }

    assertFailureOf(
            world.register.handle(
                new Register.Command(
                    Actors.anyOrigin(),
                    new Email("six@example.org"),
                    Optional.empty(),
                    new DisplayName("Six"),
                    Password.chosen(IdentityWorld.PASSWORD))))
        .isInstanceOf(TooManyRequests.class);
  }

  @Test
  void knowsAPersonByTheAccessTokenUntilItExpires() {
    User ada = world.registered("ada");
    Login login = world.loggedIn("ada");

    assertThat(world.person(login).user()).isEqualTo(ada.id());

    world.clock.advance(AccessToken.LIFETIME);
    assertFailureOf(world.tryCredential(login.access().value()))
        .isInstanceOf(Unauthenticated.class);
  }

  @Test
  void givesTheSameSuccessorToWhoeverAsksWithinTenSeconds() {
    world.registered("ada");
    Login login = world.loggedIn("ada");

    RefreshToken first = valueOf(refresh(login.refresh())).refresh();
    world.clock.advance(Duration.ofSeconds(10));
    RefreshToken second = valueOf(refresh(login.refresh())).refresh();

    assertThat(second).isEqualTo(first).isNotEqualTo(login.refresh());
  }

  @Test
  void endsTheFamilyWhenAParentComesTooLate() {
    world.registered("ada");
    Login login = world.loggedIn("ada");
    Login next = valueOf(refresh(login.refresh()));

    world.clock.advance(Duration.ofSeconds(11));
    assertFailureOf(refresh(login.refresh())).isInstanceOf(InvalidCredentials.class);

    assertFailureOf(refresh(next.refresh())).isInstanceOf(InvalidCredentials.class);
    assertFailureOf(world.tryCredential(next.access().value())).isInstanceOf(Unauthenticated.class);
    assertThat(world.events.types()).endsWith("session.ended");
  }

  @Test
  void endsTheFamilyWhenAnAncestorComesBack() {
    world.registered("ada");
    Login login = world.loggedIn("ada");
    Login next = valueOf(refresh(login.refresh()));
    Login last = valueOf(refresh(next.refresh()));

    assertFailureOf(refresh(login.refresh())).isInstanceOf(InvalidCredentials.class);

    assertFailureOf(refresh(last.refresh())).isInstanceOf(InvalidCredentials.class);
  }

  @Test
  void keepsASessionAliveForSevenDaysFromEachRefresh() {
    world.registered("ada");
    RefreshToken token = world.loggedIn("ada").refresh();
    for (int week = 0; week < 3; week++) {
      world.clock.advance(Duration.ofDays(6));
      token = valueOf(refresh(token)).refresh();
    }

    world.clock.advance(Duration.ofDays(7));

    assertFailureOf(refresh(token)).isInstanceOf(InvalidCredentials.class);
  }
}
