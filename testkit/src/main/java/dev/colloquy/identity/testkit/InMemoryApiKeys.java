package dev.colloquy.identity.testkit;

import dev.colloquy.identity.domain.ApiKey;
import dev.colloquy.identity.domain.KeyHolder;
import dev.colloquy.identity.domain.SecretHash;
import dev.colloquy.identity.domain.User;
import dev.colloquy.identity.domain.port.out.ApiKeys;
import dev.colloquy.identity.domain.port.out.Users;
import dev.colloquy.shared.domain.ApiKeyId;
import dev.colloquy.shared.domain.Change;
import dev.colloquy.shared.domain.CommonException.Conflict;
import dev.colloquy.shared.domain.Cursor;
import dev.colloquy.shared.domain.Page;
import dev.colloquy.shared.domain.PageRequest;
import dev.colloquy.shared.domain.UserId;
import dev.colloquy.shared.domain.port.out.EventAppender;
import dev.colloquy.shared.testkit.InMemoryDatabase;
import dev.colloquy.shared.testkit.Table;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.stream.Stream;

/** API keys in memory. */
public final class InMemoryApiKeys implements ApiKeys {

  private final InMemoryDatabase database;
  private final EventAppender events;
  private final Users users;
  private final Table<ApiKeyId, Row> keys;

  private record Row(ApiKey key, SecretHash secret) {}

  public InMemoryApiKeys(InMemoryDatabase database, EventAppender events, Users users) {
    this.database = database;
    this.events = events;
    this.users = users;
    this.keys = database.table();
  }

  @Override
  public CompletionStage<Optional<ApiKey>> find(UserId user, ApiKeyId id) {
    return database.read(() -> keys.get(id).map(Row::key).filter(key -> key.user().equals(user)));
  }

  @Override
  public CompletionStage<Page<ApiKey>> list(UserId user, PageRequest page) {
    return database.read(() -> Page.cut(after(user, page), page.limit(), InMemoryApiKeys::place));
  }

  @Override
  public CompletionStage<Long> countOf(UserId user) {
    return database.inUnitOfWork(() -> of(user).count());
  }

  @Override
  public CompletionStage<Optional<KeyHolder>> holder(SecretHash secret) {
    return database
        .read(() -> keys.values().stream().filter(it -> it.secret().equals(secret)).findFirst())
        .thenCompose(
            row ->
                row.map(it -> holder(it.key()))
                    .orElseGet(() -> CompletableFuture.completedFuture(Optional.empty())));
  }

  @Override
  public CompletionStage<ApiKey> add(Change<ApiKey> made, SecretHash secret) {
    return database
        .inUnitOfWork(() -> put(made.now(), secret))
        .thenCompose(key -> events.append(made.events()))
        .thenApply(told -> made.now());
  }

  @Override
  public CompletionStage<ApiKey> save(Change<ApiKey> changed) {
    if (changed.isNothing()) {
      return CompletableFuture.completedFuture(changed.now());
    }
    return database
        .inUnitOfWork(() -> put(changed.now(), current(changed.now(), 1).secret()))
        .thenCompose(key -> events.append(changed.events()))
        .thenApply(told -> changed.now());
  }

  @Override
  public CompletionStage<Void> remove(Change<ApiKey> deleted) {
    return database
        .inUnitOfWork(
            () -> {
              keys.remove(current(deleted.now(), 0).key().id());
              return true;
            })
        .thenCompose(removed -> events.append(deleted.events()));
  }

  @Override
  public CompletionStage<Void> removeAllOf(UserId user) {
    return database
        .inUnitOfWork(
            () -> {
              of(user).toList().forEach(key -> keys.remove(key.id()));
              return true;
            })
        .thenAccept(removed -> {});
  }

  private ApiKey put(ApiKey key, SecretHash secret) {
    keys.put(key.id(), new Row(key, secret));
    return key;
  }

  private Row current(ApiKey key, int raisedBy) {
    return keys.get(key.id())
        .filter(row -> row.key().version() == key.version() - raisedBy)
        .orElseThrow(Conflict::new);
  }

  private List<ApiKey> after(UserId user, PageRequest page) {
    return of(user)
        .sorted(Comparator.comparing(InMemoryApiKeys::place).reversed())
        .filter(key -> page.after().map(it -> isAfter(key, it)).orElse(true))
        .limit(page.limit() + 1L)
        .toList();
  }

  private Stream<ApiKey> of(UserId user) {
    return keys.values().stream().map(Row::key).filter(key -> key.user().equals(user));
  }

  private static boolean isAfter(ApiKey key, Cursor cursor) {
    return place(key).compareTo(cursor.position()) < 0;
  }

  private static String place(ApiKey key) {
    return key.id().toString();
  }

  private CompletionStage<Optional<KeyHolder>> holder(ApiKey key) {
    return users.find(key.user()).thenApply(user -> user.map(it -> holder(key, it)));
  }

  private static KeyHolder holder(ApiKey key, User user) {
    return new KeyHolder(
        user.id(),
        key.id(),
        user.role(),
        user.status(),
        key.draft().scopes(),
        key.workspace(),
        key.draft().expiresAt());
  }
}
