package dev.colloquy.identity.adapter.persistence;

import dev.colloquy.identity.domain.LoginName;
import dev.colloquy.identity.domain.User;
import dev.colloquy.identity.domain.Username;
import dev.colloquy.identity.domain.port.out.Users;
import dev.colloquy.shared.adapter.persistence.Columns;
import dev.colloquy.shared.adapter.persistence.Entities;
import dev.colloquy.shared.adapter.persistence.Sql;
import dev.colloquy.shared.adapter.persistence.UniqueViolation;
import dev.colloquy.shared.domain.Change;
import dev.colloquy.shared.domain.CommonException.Duplicate;
import dev.colloquy.shared.domain.UserId;
import dev.colloquy.shared.domain.port.out.EventAppender;
import io.vertx.sqlclient.Tuple;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

/** Accounts as rows of their table. */
public final class HibernateUsers implements Users {

  private static final String LIVING = "from UserEntity u where u.status <> 'deleted' and ";

  private static final String TAKEN =
      "select username_skeleton from users where username_skeleton = any($1)";

  private static final String ADMINISTRATOR =
      "select exists (select from users where role = 'admin' and status <> 'deleted')";

  private static final String LOGGED_IN = "update users set last_login_at = $2 where id = $1";

  private final Entities entities;
  private final Sql sql;
  private final EventAppender events;

  public HibernateUsers(Entities entities, Sql sql, EventAppender events) {
    this.entities = entities;
    this.sql = sql;
    this.events = events;
  }

  @Override
  public CompletionStage<Optional<User>> find(UserId id) {
    return first(LIVING + "u.id = :id", Map.of("id", id.value()));
  }

  @Override
  public CompletionStage<Optional<User>> findByLogin(LoginName name) {
    String column = name.isEmail() ? "u.email" : "u.username";
    return first(LIVING + "lower(" + column + ") = :name", Map.of("name", name.key()));
  }

  @Override
  public CompletionStage<Optional<Username>> firstFree(List<Username> candidates) {
    String[] skeletons = candidates.stream().map(Username::skeleton).toArray(String[]::new);
    return sql.read(TAKEN, Tuple.tuple().addArrayOfString(skeletons))
        .thenApply(rows -> Set.copyOf(Columns.list(rows, row -> row.getString(0))))
        .thenApply(
            taken -> candidates.stream().filter(it -> !taken.contains(it.skeleton())).findFirst());
  }

  @Override
  public CompletionStage<Boolean> haveAdministrator() {
    return sql.read(ADMINISTRATOR, Tuple.tuple())
        .thenApply(rows -> rows.iterator().next().getBoolean(0));
  }

  @Override
  public CompletionStage<User> add(Change<User> registered) {
    return entities
        .persist(UserMapper.entity(registered.now()))
        .thenCompose(row -> events.append(registered.events()))
        .thenApply(told -> registered.now())
        .exceptionallyCompose(
            UniqueViolation.becomes(
                () -> new Duplicate("This email address or username is taken.")));
  }

  @Override
  public CompletionStage<User> save(Change<User> changed) {
    User user = changed.now();
    if (changed.isNothing()) {
      return CompletableFuture.completedFuture(user);
    }
    return entities
        .update(
            UserEntity.class, user.id().value(), user.version(), row -> UserMapper.write(user, row))
        .thenCompose(row -> events.append(changed.events()))
        .thenApply(told -> user)
        .exceptionallyCompose(
            UniqueViolation.becomes(() -> new Duplicate("This username is taken.")));
  }

  @Override
  public CompletionStage<Void> loggedIn(UserId user, Instant at) {
    return sql.inUnitOfWork(LOGGED_IN, Tuple.of(user.value(), Columns.timestamp(at)))
        .thenAccept(noted -> {});
  }

  private CompletionStage<Optional<User>> first(String query, Map<String, ?> parameters) {
    return entities
        .list(UserEntity.class, query, parameters)
        .thenApply(rows -> rows.stream().findFirst().map(UserMapper::user));
  }
}
