package dev.colloquy.identity.adapter.persistence;

import dev.colloquy.identity.domain.SigningKey;
import dev.colloquy.identity.domain.port.out.SigningKeys;
import dev.colloquy.shared.adapter.persistence.Columns;
import dev.colloquy.shared.adapter.persistence.Sql;
import dev.colloquy.shared.adapter.persistence.UniqueViolation;
import dev.colloquy.shared.domain.Change;
import dev.colloquy.shared.domain.CommonException.Conflict;
import dev.colloquy.shared.domain.port.out.EventAppender;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.Tuple;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletionStage;

/** Key pairs as rows; an index sees to it that one signs. */
public final class PgSigningKeys implements SigningKeys {

  private static final String VERIFYING =
      """
      select id, public_key, sealed_private_key, created_at, retires_at from signing_key
      where retires_at is null or retires_at > $1 order by retires_at desc nulls first""";

  private static final String ADD =
      """
      insert into signing_key (id, public_key, sealed_private_key, created_at)
      values ($1, $2, $3, $4)""";

  private static final String ADD_FIRST = ADD + " on conflict do nothing";

  private static final String RETIRE =
      "update signing_key set retires_at = $1 where retires_at is null";

  private static final String FORGET = "delete from signing_key where retires_at < $1";

  private final Sql sql;
  private final EventAppender events;

  public PgSigningKeys(Sql sql, EventAppender events) {
    this.sql = sql;
    this.events = events;
  }

  @Override
  public CompletionStage<List<SigningKey>> verifying(Instant now) {
    return sql.read(VERIFYING, Tuple.of(Columns.timestamp(now)))
        .thenApply(rows -> Columns.list(rows, PgSigningKeys::key));
  }

  @Override
  public CompletionStage<Void> addFirst(SigningKey key) {
    return sql.inUnitOfWork(ADD_FIRST, row(key)).thenAccept(added -> {});
  }

  @Override
  public CompletionStage<SigningKey> rotate(Change<SigningKey> next, Instant predecessorRetiresAt) {
    SigningKey key = next.now();
    return sql.inUnitOfWork(FORGET, Tuple.of(Columns.timestamp(key.createdAt())))
        .thenCompose(
            gone -> sql.inUnitOfWork(RETIRE, Tuple.of(Columns.timestamp(predecessorRetiresAt))))
        .thenCompose(retired -> sql.inUnitOfWork(ADD, row(key)))
        .thenCompose(added -> events.append(next.events()))
        .thenApply(told -> key)
        .exceptionallyCompose(UniqueViolation.becomes(Conflict::new));
  }

  private static Tuple row(SigningKey key) {
    return Tuple.of(
        UUID.fromString(key.id()),
        key.publicKey(),
        key.sealedPrivateKey(),
        Columns.timestamp(key.createdAt()));
  }

  private static SigningKey key(Row row) {
    return new SigningKey(
        row.getUUID("id").toString(),
        row.getString("public_key"),
        row.getString("sealed_private_key"),
        Columns.instant(row, "created_at"),
        Columns.optionalInstant(row, "retires_at"));
  }
}
