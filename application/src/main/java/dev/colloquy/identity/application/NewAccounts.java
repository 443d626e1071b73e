package dev.colloquy.identity.application;

import dev.colloquy.identity.domain.DisplayName;
import dev.colloquy.identity.domain.Email;
import dev.colloquy.identity.domain.PasswordHash;
import dev.colloquy.identity.domain.Profile;
import dev.colloquy.identity.domain.User;
import dev.colloquy.identity.domain.Username;
import dev.colloquy.identity.domain.port.out.Credentials;
import dev.colloquy.identity.domain.port.out.Users;
import dev.colloquy.shared.domain.Actor;
import dev.colloquy.shared.domain.CommonException.Duplicate;
import dev.colloquy.shared.domain.UserId;
import dev.colloquy.shared.domain.UserRole;
import dev.colloquy.shared.domain.port.out.Ids;
import java.time.Clock;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

/** Makes accounts, however they come about. */
public final class NewAccounts {

  private final Users users;
  private final Credentials credentials;
  private final Ids ids;
  private final Clock clock;

  public NewAccounts(Users users, Credentials credentials, Ids ids, Clock clock) {
    this.users = users;
    this.credentials = credentials;
    this.ids = ids;
    this.clock = clock;
  }

  /** Who shall have an account; without a username one is derived from the address. */
  record Wanted(Email email, Optional<Username> username, DisplayName name, UserRole role) {}

  /** Inside a unit of work. Fails with {@link Duplicate}. */
  CompletionStage<User> make(Actor actor, Wanted wanted, PasswordHash hash) {
    UserId id = new UserId(ids.next());
    return username(wanted, id.value())
        .thenApply(
            username ->
                User.register(
                    actor,
                    id,
                    wanted.email(),
                    Profile.of(username, wanted.name()),
                    wanted.role(),
                    clock.instant()))
        .thenCompose(users::add)
        .thenCompose(user -> credentials.put(user.id(), hash).thenApply(written -> user));
  }

  private CompletionStage<Username> username(Wanted wanted, UUID unlikely) {
    return wanted
        .username()
        .<CompletionStage<Username>>map(CompletableFuture::completedFuture)
        .orElseGet(() -> derived(wanted.email(), unlikely));
  }

  private CompletionStage<Username> derived(Email email, UUID unlikely) {
    String suffix = unlikely.toString().substring(24);
    return users
        .firstFree(Username.candidates(email, suffix))
        .thenApply(
            free -> free.orElseThrow(() -> new Duplicate("Choose a username; yours is taken.")));
  }
}
