package dev.colloquy.identity.adapter.persistence;

import dev.colloquy.identity.domain.ApiKey;
import dev.colloquy.identity.domain.KeyHolder;
import dev.colloquy.identity.domain.SecretHash;
import dev.colloquy.identity.domain.UserStatus;
import dev.colloquy.identity.domain.port.out.ApiKeys;
import dev.colloquy.shared.adapter.persistence.Columns;
import dev.colloquy.shared.adapter.persistence.Entities;
import dev.colloquy.shared.adapter.persistence.Sql;
import dev.colloquy.shared.domain.ApiKeyId;
import dev.colloquy.shared.domain.Change;
import dev.colloquy.shared.domain.Page;
import dev.colloquy.shared.domain.PageRequest;
import dev.colloquy.shared.domain.UserId;
import dev.colloquy.shared.domain.UserRole;
import dev.colloquy.shared.domain.WorkspaceId;
import dev.colloquy.shared.domain.port.out.EventAppender;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.Tuple;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

/** API keys as rows of their table. */
public final class HibernateApiKeys implements ApiKeys {

  /** Greater than every key's id. */
  private static final UUID FROM_THE_NEWEST = new UUID(-1, -1);

  private static final String FIND = "from ApiKeyEntity k where k.user = :user and k.id = :id";

  private static final String LIST =
      "from ApiKeyEntity k where k.user = :user and k.id < :before order by k.id desc limit :limit";

  private static final String HOLD_OFF = "select pg_advisory_xact_lock(hashtextextended($1, 2))";

  private static final String COUNT = "select count(*) from api_key where user_id = $1";

  private static final String HOLDER =
      """
      select k.id, k.user_id, u.role, u.status, k.scopes, k.workspace_id, k.expires_at
      from api_key k join users u on u.id = k.user_id where k.secret_hash = $1""";

  private static final String REMOVE_ALL = "delete from api_key where user_id = $1";

  private final Entities entities;
  private final Sql sql;
  private final EventAppender events;

  public HibernateApiKeys(Entities entities, Sql sql, EventAppender events) {
    this.entities = entities;
    this.sql = sql;
    this.events = events;
  }

  @Override
  public CompletionStage<Optional<ApiKey>> find(UserId user, ApiKeyId id) {
    return entities
        .list(ApiKeyEntity.class, FIND, Map.of("user", user.value(), "id", id.value()))
        .thenApply(rows -> rows.stream().findFirst().map(ApiKeyMapper::key));
  }

  @Override
  public CompletionStage<Page<ApiKey>> list(UserId user, PageRequest page) {
    UUID before = page.after().map(it -> UUID.fromString(it.position())).orElse(FROM_THE_NEWEST);
    return entities
        .list(
            ApiKeyEntity.class,
            LIST,
            Map.of("user", user.value(), "before", before, "limit", page.limit() + 1))
        .thenApply(rows -> rows.stream().map(ApiKeyMapper::key).toList())
        .thenApply(found -> Page.cut(found, page.limit(), key -> key.id().toString()));
  }

  @Override
  public CompletionStage<Long> countOf(UserId user) {
    // a statement of its own: the count's snapshot must be younger than the lock
    return sql.inUnitOfWork(HOLD_OFF, Tuple.of("api keys of " + user))
        .thenCompose(held -> sql.inUnitOfWork(COUNT, Tuple.of(user.value())))
        .thenApply(rows -> rows.iterator().next().getLong(0));
  }

  @Override
  public CompletionStage<Optional<KeyHolder>> holder(SecretHash secret) {
    return sql.read(HOLDER, Tuple.of(secret.hex()))
        .thenApply(rows -> Columns.first(rows, HibernateApiKeys::holder));
  }

  @Override
  public CompletionStage<ApiKey> add(Change<ApiKey> made, SecretHash secret) {
    return entities
        .persist(ApiKeyMapper.entity(made.now(), secret))
        .thenCompose(row -> events.append(made.events()))
        .thenApply(told -> made.now());
  }

  @Override
  public CompletionStage<ApiKey> save(Change<ApiKey> changed) {
    ApiKey key = changed.now();
    if (changed.isNothing()) {
      return CompletableFuture.completedFuture(key);
    }
    return entities
        .update(
            ApiKeyEntity.class,
            key.id().value(),
            key.version(),
            row -> ApiKeyMapper.write(key, row))
        .thenCompose(row -> events.append(changed.events()))
        .thenApply(told -> key);
  }

  @Override
  public CompletionStage<Void> remove(Change<ApiKey> deleted) {
    ApiKey key = deleted.now();
    return entities
        .remove(ApiKeyEntity.class, key.id().value(), key.version())
        .thenCompose(removed -> events.append(deleted.events()));
  }

  @Override
  public CompletionStage<Void> removeAllOf(UserId user) {
    return sql.inUnitOfWork(REMOVE_ALL, Tuple.of(user.value())).thenAccept(removed -> {});
  }

  private static KeyHolder holder(Row row) {
    return new KeyHolder(
        new UserId(row.getUUID("user_id")),
        new ApiKeyId(row.getUUID("id")),
        Columns.constant(UserRole.class, row.getString("role")),
        Columns.constant(UserStatus.class, row.getString("status")),
        ApiKeyMapper.scopes(row.getArrayOfStrings("scopes")),
        Optional.ofNullable(row.getUUID("workspace_id")).map(WorkspaceId::new),
        Columns.optionalInstant(row, "expires_at"));
  }
}
