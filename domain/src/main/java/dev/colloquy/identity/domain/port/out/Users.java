package dev.colloquy.identity.domain.port.out;

import dev.colloquy.identity.domain.LoginName;
import dev.colloquy.identity.domain.User;
import dev.colloquy.identity.domain.Username;
import dev.colloquy.shared.domain.Change;
import dev.colloquy.shared.domain.UserId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletionStage;

/** The accounts; deleted ones are not found any more. Changes are written inside a unit of work. */
public interface Users {

  CompletionStage<Optional<User>> find(UserId id);

  /** The account that this is the email address or the username of, without regard to case. */
  CompletionStage<Optional<User>> findByLogin(LoginName name);

  /** The first of these names that looks like no other account's, deleted ones included. */
  CompletionStage<Optional<Username>> firstFree(List<Username> candidates);

  /** Whether somebody administers the installation. */
  CompletionStage<Boolean> haveAdministrator();

  /**
   * Writes a new account and its events.
   *
   * @return fails with {@code Duplicate} where the address is taken, or where the username looks
   *     like another account's
   */
  CompletionStage<User> add(Change<User> registered);

  /**
   * Writes a changed account and its events, or nothing where nothing changed.
   *
   * @return fails with {@code Conflict} where it was changed since it was read, with {@code
   *     Duplicate} where its username looks like another account's
   */
  CompletionStage<User> save(Change<User> changed);

  /** Notes a login; raises no version. */
  CompletionStage<Void> loggedIn(UserId user, Instant at);
}
