package dev.colloquy.identity.adapter.persistence;

import dev.colloquy.identity.domain.PasswordHash;
import dev.colloquy.identity.domain.port.out.Credentials;
import dev.colloquy.shared.adapter.persistence.Columns;
import dev.colloquy.shared.adapter.persistence.Sql;
import dev.colloquy.shared.domain.UserId;
import io.vertx.sqlclient.Tuple;
import java.util.Optional;
import java.util.concurrent.CompletionStage;

/** Hashes of passwords in a table that nothing else reads. */
public final class PgCredentials implements Credentials {

  private static final String FIND = "select password_hash from user_credential where user_id = $1";

  private static final String PUT =
      """
      insert into user_credential (user_id, password_hash) values ($1, $2)
      on conflict (user_id) do update set password_hash = $2, changed_at = now()""";

  private static final String REMOVE = "delete from user_credential where user_id = $1";

  private final Sql sql;

  public PgCredentials(Sql sql) {
    this.sql = sql;
  }

  @Override
  public CompletionStage<Optional<PasswordHash>> find(UserId user) {
    return sql.read(FIND, Tuple.of(user.value()))
        .thenApply(rows -> Columns.first(rows, row -> new PasswordHash(row.getString(0))));
  }

  @Override
  public CompletionStage<Void> put(UserId user, PasswordHash hash) {
    return sql.inUnitOfWork(PUT, Tuple.of(user.value(), hash.value())).thenAccept(written -> {});
  }

  @Override
  public CompletionStage<Void> remove(UserId user) {
    return sql.inUnitOfWork(REMOVE, Tuple.of(user.value())).thenAccept(removed -> {});
  }
}
