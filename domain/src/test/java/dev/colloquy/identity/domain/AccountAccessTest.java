package dev.colloquy.identity.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.colloquy.shared.domain.Actor;
import dev.colloquy.shared.domain.CommonException.AccessDenied;
import dev.colloquy.shared.domain.KeyScope;
import dev.colloquy.shared.domain.SomeActors;
import dev.colloquy.shared.domain.UserRole;
import dev.colloquy.shared.domain.WorkspaceId;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;

final class AccountAccessTest {

  private static final Actor.Person ADA = SomeActors.person();

  private static Actor.Key key(KeyScope... scopes) {
    return SomeActors.key(ADA.user(), scopes);
  }

  @Test
  void letsAPersonDoEverythingWithHisOwnAccount() {
    assertThat(AccountAccess.inPerson(ADA)).isEqualTo(ADA);
    assertThat(AccountAccess.reads(ADA)).isEqualTo(ADA);
    assertThat(AccountAccess.writes(ADA)).isEqualTo(ADA);
  }

  @Test
  void letsNoKeyOutgrowItsUser() {
    assertThatExceptionOfType(AccessDenied.class)
        .isThrownBy(() -> AccountAccess.inPerson(key(KeyScope.values())))
        .withMessageContaining("log in");
  }

  @Test
  void asksKeysForTheirScopes() {
    Actor.Key reader = key(KeyScope.READ);
    Actor.Key writer = key(KeyScope.WRITE);

    assertThat(AccountAccess.reads(reader)).isEqualTo(reader);
    assertThat(AccountAccess.writes(writer)).isEqualTo(writer);
    assertThatExceptionOfType(AccessDenied.class)
        .isThrownBy(() -> AccountAccess.reads(writer))
        .withMessageContaining("read");
    assertThatExceptionOfType(AccessDenied.class)
        .isThrownBy(() -> AccountAccess.writes(reader))
        .withMessageContaining("write");
  }

  @Test
  void keepsABoundKeyFromTheAccount() {
    Actor.Key bound = SomeActors.bound(key(KeyScope.values()), new WorkspaceId(UUID.randomUUID()));

    assertThat(AccountAccess.reads(bound)).isEqualTo(bound);
    assertThatExceptionOfType(AccessDenied.class)
        .isThrownBy(() -> AccountAccess.writes(bound))
        .withMessageContaining("bound");
  }

  @Test
  void letsAdministratorsAdministerAndTheirKeysOnlyWithTheScope() {
    Actor.Person administrator = SomeActors.person(UserRole.ADMIN);

    assertThat(AccountAccess.administers(administrator)).isEqualTo(administrator);
    assertThat(AccountAccess.administers(adminKey(KeyScope.ADMIN)).user()).isNotNull();
    assertThatExceptionOfType(AccessDenied.class)
        .isThrownBy(() -> AccountAccess.administers(adminKey(KeyScope.READ, KeyScope.WRITE)));
    assertThatExceptionOfType(AccessDenied.class).isThrownBy(() -> AccountAccess.administers(ADA));
    assertThatExceptionOfType(AccessDenied.class)
        .isThrownBy(() -> AccountAccess.administers(key(KeyScope.ADMIN)));
  }

  private static Actor.Key adminKey(KeyScope... scopes) {
    return new Actor.Key(
        ADA.user(),
        key().key(),
        UserRole.ADMIN,
        Set.of(scopes),
        Optional.empty(),
        SomeActors.ORIGIN);
  }
}
