package dev.colloquy.identity.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.colloquy.identity.domain.IdentityException.AccountNotActive;
import dev.colloquy.shared.domain.Actor;
import dev.colloquy.shared.domain.Audience;
import dev.colloquy.shared.domain.Change;
import dev.colloquy.shared.domain.DomainEvent;
import dev.colloquy.shared.domain.Metadata;
import dev.colloquy.shared.domain.Patch;
import dev.colloquy.shared.domain.SomeActors;
import dev.colloquy.shared.domain.Subject;
import dev.colloquy.shared.domain.UserRole;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

final class UserTest {

  private static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");
  private static final Instant LATER = NOON.plusSeconds(60);
  private static final Actor.Person ADA = SomeActors.person();
  private static final Profile PROFILE =
      Profile.of(new Username("ada"), new DisplayName("Ada Lovelace"));

  private static Change<User> registering() {
    return User.register(
        ADA, ADA.user(), new Email("Ada@example.org"), PROFILE, UserRole.USER, NOON);
  }

  private static User registered() {
    return registering().now();
  }

  private static DomainEvent only(Change<?> change) {
    assertThat(change.events()).hasSize(1);
    return change.events().getFirst();
  }

  private static Profile named(String name) {
    return Profile.of(new Username("ada"), new DisplayName(name));
  }

  @Test
  void mayBeUsedAtOnceOnTheFreeTierWithAnUnverifiedAddress() {
    User user = registered();

    assertThat(user.usable()).isEqualTo(user);
    assertThat(user.tier()).isEqualTo(Tier.FREE);
    assertThat(user.emailVerified()).isFalse();
    assertThat(user.lastLoginAt()).isEmpty();
    assertThat(user.version()).isEqualTo(1);
  }

  @Test
  void mayNotBeUsedOnceDeleted() {
    User deleted = registered().delete(ADA, LATER).now();

    assertThat(deleted.isActive()).isFalse();
    assertThat(deleted.status()).isEqualTo(UserStatus.DELETED);
    assertThatExceptionOfType(AccountNotActive.class).isThrownBy(deleted::usable);
  }

  @Test
  void raisesItsVersionWithEveryChangeAndKeepsTheRest() {
    User user = registered();

    User renamed = user.edit(ADA, named("Countess"), LATER).now();
    User preferring = user.prefer(ADA, new Metadata(Map.of("theme", "dark")), LATER).now();
    User rekeyed = user.passwordChanged(ADA, LATER).now();

    assertThat(List.of(renamed, preferring, rekeyed))
        .allSatisfy(it -> assertThat(it.version()).isEqualTo(2))
        .allSatisfy(it -> assertThat(it.updatedAt()).isEqualTo(LATER))
        .allSatisfy(it -> assertThat(it.createdAt()).isEqualTo(NOON));
    assertThat(renamed.preferences()).isEqualTo(user.preferences());
    assertThat(preferring.profile()).isEqualTo(user.profile());
    assertThat(preferring.preferences().values()).isEqualTo(Map.of("theme", "dark"));
    assertThat(rekeyed.profile()).isEqualTo(user.profile());
  }

  @Test
  void makesNothingOfWhatAlreadyIs() {
    User user = registered();

    assertThat(user.edit(ADA, named("Ada Lovelace"), LATER).isNothing()).isTrue();
    assertThat(user.prefer(ADA, Metadata.empty(), LATER).isNothing()).isTrue();
  }

  @Test
  void picturesTheAccountAsItsUserReadsIt() {
    DomainEvent event = only(registering());

    assertThat(event.type()).isEqualTo("user.registered");
    assertThat(event.data())
        .containsOnlyKeys(
            "id",
            "email",
            "username",
            "name",
            "first_name",
            "last_name",
            "role",
            "tier",
            "status",
            "is_email_verified",
            "last_login_at",
            "metadata",
            "created_at",
            "updated_at",
            "version")
        .containsEntry("id", ADA.user().toString())
        .containsEntry("email", "Ada@example.org")
        .containsEntry("username", "ada")
        .containsEntry("name", "Ada Lovelace")
        .containsEntry("first_name", null)
        .containsEntry("role", "user")
        .containsEntry("tier", "free")
        .containsEntry("status", "active")
        .containsEntry("is_email_verified", false)
        .containsEntry("last_login_at", null)
        .containsEntry("created_at", "2026-03-01T12:00:00.000000Z")
        .containsEntry("version", 1L);
  }

  @Test
  void tellsItsUserOfEachChangeNoMoreThanIsNeeded() {
    User user = registered();

    DomainEvent renamed = only(user.edit(ADA, named("Countess"), LATER));
    DomainEvent preferring = only(user.prefer(ADA, new Metadata(Map.of("a", 1)), LATER));
    DomainEvent rekeyed = only(user.passwordChanged(ADA, LATER));
    DomainEvent deleted = only(user.delete(ADA, LATER));

    assertThat(renamed.type()).isEqualTo("user.updated");
    assertThat(renamed.data()).containsEntry("name", "Countess");
    assertThat(preferring.type()).isEqualTo("user.preferences.updated");
    assertThat(preferring.data())
        .containsExactly(
            Map.entry("id", ADA.user().toString()),
            Map.entry("preferences", Map.of("a", 1L)),
            Map.entry("version", 2L));
    assertThat(rekeyed.type()).isEqualTo("user.password.changed");
    assertThat(rekeyed.data()).containsOnlyKeys("id", "version");
    assertThat(deleted.type()).isEqualTo("user.deleted");
    assertThat(deleted.data())
        .containsExactly(
            Map.entry("id", ADA.user().toString()),
            Map.entry("deleted_at", "2026-03-01T12:01:00.000000Z"));
    assertThat(List.of(renamed, preferring, rekeyed, deleted))
        .allSatisfy(it -> assertThat(it.audience()).isEqualTo(new Audience.OneUser(ADA.user())))
        .allSatisfy(
            it -> assertThat(it.subject()).isEqualTo(new Subject("user", ADA.user().value())))
        .allSatisfy(it -> assertThat(it.workspaceId()).isEmpty())
        .allSatisfy(it -> assertThat(it.conversationId()).isEmpty());
  }

  @Test
  void tellsAdministratorsOfALockOut() {
    DomainEvent event = new UserEvent.LockedOut(ADA, NOON, registered(), LATER);

    assertThat(event.type()).isEqualTo("user.locked_out");
    assertThat(event.audience()).isEqualTo(new Audience.Administrators());
    assertThat(event.data())
        .containsExactly(
            Map.entry("id", ADA.user().toString()),
            Map.entry("locked_until", "2026-03-01T12:01:00.000000Z"));
  }

  @Test
  void appliesAPatchToWhatItMentions() {
    Profile before =
        new Profile(
            new Username("ada"),
            new DisplayName("Ada"),
            Optional.of(new DisplayName("Augusta")),
            Optional.of(new DisplayName("King")),
            new Metadata(Map.of("a", 1)));
    ProfilePatch patch =
        new ProfilePatch(
            Optional.empty(),
            Optional.of(new DisplayName("Countess")),
            new Patch.Keep<>(),
            new Patch.Clear<>(),
            Optional.of(Map.of("b", 2)));

    Profile after = patch.applyTo(before);

    assertThat(after.username()).isEqualTo(before.username());
    assertThat(after.name()).isEqualTo(new DisplayName("Countess"));
    assertThat(after.firstName()).isEqualTo(before.firstName());
    assertThat(after.lastName()).isEmpty();
    assertThat(after.metadata().values()).isEqualTo(Map.of("a", 1L, "b", 2L));
  }
}
