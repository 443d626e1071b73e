package dev.colloquy.identity.testkit;

import static dev.colloquy.identity.testkit.IdentityFixtures.NOON;
import static dev.colloquy.shared.testkit.Stages.assertFailureOf;
import static dev.colloquy.shared.testkit.Stages.valueOf;
import static org.assertj.core.api.Assertions.assertThat;

import dev.colloquy.identity.domain.DisplayName;
import dev.colloquy.identity.domain.Email;
import dev.colloquy.identity.domain.LoginName;
import dev.colloquy.identity.domain.PasswordHash;
import dev.colloquy.identity.domain.Profile;
import dev.colloquy.identity.domain.User;
import dev.colloquy.identity.domain.Username;
import dev.colloquy.identity.domain.port.out.Credentials;
import dev.colloquy.identity.domain.port.out.Users;
import dev.colloquy.shared.domain.Change;
import dev.colloquy.shared.domain.CommonException.Conflict;
import dev.colloquy.shared.domain.CommonException.Duplicate;
import dev.colloquy.shared.domain.Metadata;
import dev.colloquy.shared.domain.UserRole;
import dev.colloquy.shared.domain.port.out.UnitOfWork;
import dev.colloquy.shared.testkit.Actors;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;

/** What every keeper of accounts and of their hashes does. */
public interface UsersContract {

  UnitOfWork unitOfWork();

  Users users();

  Credentials credentials();

  private static String fresh() {
    return "u" + UUID.randomUUID().toString().substring(24);
  }

  private static Change<User> registered(String name) {
    return User.register(
        Actors.anyone(),
        Actors.anyUser(),
        new Email(name + "@example.org"),
        Profile.of(new Username(name), new DisplayName(name)),
        UserRole.USER,
        NOON);
  }

  private <T> T within(Supplier<CompletionStage<T>> work) {
    return valueOf(unitOfWork().inTransaction(work));
  }

  private User added(String name) {
    return within(() -> users().add(registered(name)));
  }

  @Test
  default void keepsAnAccountAsItIs() {
    User user = added(fresh());

    assertThat(valueOf(users().find(user.id()))).contains(user);
  }

  @Test
  default void findsAnAccountByEitherNameWhateverItsCase() {
    String name = fresh();
    User user = added(name);

    assertThat(byLogin(name.toUpperCase(Locale.ROOT))).contains(user);
    assertThat(byLogin(name + "@EXAMPLE.org")).contains(user);
    assertThat(byLogin(name + "x")).isEmpty();
  }

  private Optional<User> byLogin(String name) {
    return valueOf(users().findByLogin(new LoginName(name)));
  }

  @Test
  default void refusesATakenAddressAndALookAlike() {
    String name = fresh();
    added(name + "0");

    assertFailureOf(unitOfWork().inTransaction(() -> users().add(registered(name + "0"))))
        .isInstanceOf(Duplicate.class);
    assertFailureOf(unitOfWork().inTransaction(() -> users().add(registered(name + "o"))))
        .isInstanceOf(Duplicate.class);
  }

  @Test
  default void keepsAChangeAndRefusesAStaleOne() {
    User user = added(fresh());
    Metadata dark = new Metadata(Map.of("theme", "dark"));

    User changed = within(() -> users().save(user.prefer(Actors.anyone(), dark, NOON)));

    assertThat(valueOf(users().find(user.id()))).contains(changed);
    assertThat(changed.version()).isEqualTo(2);
    assertFailureOf(
            unitOfWork()
                .inTransaction(
                    () -> users().save(user.prefer(Actors.anyone(), dark, NOON.plusSeconds(1)))))
        .isInstanceOf(Conflict.class);
  }

  @Test
  default void findsNoDeletedAccountAndFreesItsAddressButNotItsName() {
    String name = fresh();
    User user = added(name);

    within(() -> users().save(user.delete(Actors.anyone(), NOON)));

    assertThat(valueOf(users().find(user.id()))).isEmpty();
    assertThat(byLogin(name)).isEmpty();
    Change<User> heir =
        User.register(
            Actors.anyone(),
            Actors.anyUser(),
            user.email(),
            Profile.of(new Username(name + "_heir"), new DisplayName("Heir")),
            UserRole.USER,
            NOON);
    within(() -> users().add(heir));
    assertThat(valueOf(users().firstFree(List.of(new Username(name))))).isEmpty();
  }

  @Test
  default void findsTheFirstFreeName() {
    String name = fresh();
    added(name);

    assertThat(valueOf(users().firstFree(List.of(new Username(name), new Username(name + "_2")))))
        .contains(new Username(name + "_2"));
  }

  @Test
  default void notesLoginsWithoutRaisingTheVersion() {
    User user = added(fresh());

    within(() -> users().loggedIn(user.id(), NOON.plusSeconds(5)));

    User found = valueOf(users().find(user.id())).orElseThrow();
    assertThat(found.lastLoginAt()).contains(NOON.plusSeconds(5));
    assertThat(found.version()).isEqualTo(1);
  }

  @Test
  default void keepsOneHashAnAccount() {
    User user = added(fresh());

    within(() -> credentials().put(user.id(), new PasswordHash("$first")));
    within(() -> credentials().put(user.id(), new PasswordHash("$second")));
    assertThat(valueOf(credentials().find(user.id()))).contains(new PasswordHash("$second"));

    within(() -> credentials().remove(user.id()));
    assertThat(valueOf(credentials().find(user.id()))).isEmpty();
  }

  @Test
  default void keepsNothingOfAUnitThatFails() {
    Change<User> registered = registered(fresh());

    assertFailureOf(
            unitOfWork()
                .inTransaction(
                    () ->
                        users()
                            .add(registered)
                            .thenCompose(
                                user ->
                                    CompletableFuture.failedFuture(
                                        new Duplicate("something else")))))
        .isInstanceOf(Duplicate.class);

    assertThat(valueOf(users().find(registered.now().id()))).isEmpty();
  }
}
