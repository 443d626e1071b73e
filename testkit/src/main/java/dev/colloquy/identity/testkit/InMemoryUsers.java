package dev.colloquy.identity.testkit;

import dev.colloquy.identity.domain.LoginName;
import dev.colloquy.identity.domain.User;
import dev.colloquy.identity.domain.UserStatus;
import dev.colloquy.identity.domain.Username;
import dev.colloquy.identity.domain.port.out.Users;
import dev.colloquy.shared.domain.Change;
import dev.colloquy.shared.domain.CommonException.Conflict;
import dev.colloquy.shared.domain.CommonException.Duplicate;
import dev.colloquy.shared.domain.UserId;
import dev.colloquy.shared.domain.UserRole;
import dev.colloquy.shared.domain.port.out.EventAppender;
import dev.colloquy.shared.testkit.InMemoryDatabase;
import dev.colloquy.shared.testkit.Table;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.Predicate;

/** Accounts in memory. */
public final class InMemoryUsers implements Users {

  private final InMemoryDatabase database;
  private final EventAppender events;
  private final Table<UserId, User> users;
  private final Table<UserId, Instant> logins;

  public InMemoryUsers(InMemoryDatabase database, EventAppender events) {
    this.database = database;
    this.events = events;
    this.users = database.table();
    this.logins = database.table();
  }

  @Override
  public CompletionStage<Optional<User>> find(UserId id) {
    return database.read(() -> living(user -> user.id().equals(id)));
  }

  @Override
  public CompletionStage<Optional<User>> findByLogin(LoginName name) {
    return database.read(
        () ->
            living(
                user ->
                    user.email().key().equals(name.key())
                        || user.profile().username().value().equalsIgnoreCase(name.key())));
  }

  @Override
  public CompletionStage<Optional<Username>> firstFree(List<Username> candidates) {
    return database.read(
        () ->
            candidates.stream()
                .filter(candidate -> users.values().stream().noneMatch(u -> alike(u, candidate)))
                .findFirst());
  }

  @Override
  public CompletionStage<Boolean> haveAdministrator() {
    return database.read(() -> living(user -> user.role() == UserRole.ADMIN).isPresent());
  }

  @Override
  public CompletionStage<User> add(Change<User> registered) {
    return database
        .inUnitOfWork(() -> write(registered.now()))
        .thenCompose(user -> events.append(registered.events()).thenApply(told -> user));
  }

  @Override
  public CompletionStage<User> save(Change<User> changed) {
    if (changed.isNothing()) {
      return CompletableFuture.completedFuture(changed.now());
    }
    return database
        .inUnitOfWork(() -> replace(changed.now()))
        .thenCompose(user -> events.append(changed.events()).thenApply(told -> user));
  }

  @Override
  public CompletionStage<Void> loggedIn(UserId user, Instant at) {
    return database
        .inUnitOfWork(
            () -> {
              logins.put(user, at);
              return true;
            })
        .thenAccept(noted -> {});
  }

  /** The accounts that are not deleted. */
  List<User> all() {
    return users.values().stream().filter(it -> it.status() != UserStatus.DELETED).toList();
  }

  private User replace(User user) {
    if (users.get(user.id()).filter(it -> it.version() == user.version() - 1).isEmpty()) {
      throw new Conflict();
    }
    return write(user);
  }

  private User write(User user) {
    for (User other : users.values()) {
      if (!other.id().equals(user.id())) {
        differ(user, other);
      }
    }
    users.put(user.id(), user);
    return user;
  }

  private static void differ(User user, User other) {
    if (other.status() != UserStatus.DELETED && other.email().key().equals(user.email().key())) {
      throw new Duplicate("This email address or username is taken.");
    }
    if (alike(other, user.profile().username())) {
      throw new Duplicate("This email address or username is taken.");
    }
  }

  private static boolean alike(User user, Username name) {
    return user.profile().username().skeleton().equals(name.skeleton());
  }

  private Optional<User> living(Predicate<User> wanted) {
    return users.values().stream()
        .filter(user -> user.status() != UserStatus.DELETED)
        .filter(wanted)
        .findFirst()
        .map(this::withLogin);
  }

  private User withLogin(User user) {
    return new User(
        user.id(),
        user.email(),
        user.profile(),
        user.preferences(),
        user.role(),
        user.tier(),
        user.status(),
        user.emailVerified(),
        logins.get(user.id()),
        user.createdAt(),
        user.updatedAt(),
        user.version());
  }
}
