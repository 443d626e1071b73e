package dev.colloquy.event.adapter.persistence;

import dev.colloquy.event.domain.port.out.Tickets;
import dev.colloquy.shared.adapter.persistence.Columns;
import dev.colloquy.shared.adapter.persistence.Sql;
import dev.colloquy.shared.domain.Actor;
import dev.colloquy.shared.domain.ApiKeyId;
import dev.colloquy.shared.domain.KeyScope;
import dev.colloquy.shared.domain.LoginSessionId;
import dev.colloquy.shared.domain.Origin;
import dev.colloquy.shared.domain.UserId;
import dev.colloquy.shared.domain.UserRole;
import dev.colloquy.shared.domain.WorkspaceId;
import io.vertx.core.buffer.Buffer;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.Tuple;
import java.time.Instant;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletionStage;
import java.util.stream.Collectors;

/** Tickets in PostgreSQL; a delete that answers what it deleted lets only one have it. */
public final class PgTickets implements Tickets {

  private static final String KEEP =
      """
      with expired as (delete from stream_ticket where expires_at <= $1)
      insert into stream_ticket
        (hash, user_id, session_id, key_id, role, scopes, workspace_id, expires_at)
      values ($2, $3, $4, $5, $6, $7, $8, $9)
      """;

  private static final String TAKE =
      """
      delete from stream_ticket where hash = $1 and expires_at > $2
      returning user_id, session_id, key_id, role, scopes, workspace_id
      """;

  private final Sql sql;

  public PgTickets(Sql sql) {
    this.sql = sql;
  }

  @Override
  public CompletionStage<Void> keep(
      String hash, Actor.OfUser actor, Instant now, Instant expiresAt) {
    Tuple parameters = Tuple.of(Columns.timestamp(now), bytes(hash), actor.user().value());
    switch (actor) {
      case Actor.Person person ->
          parameters
              .addUUID(person.session().value())
              .addUUID(null)
              .addString(actor.role().name())
              .addArrayOfString(new String[0])
              .addUUID(null);
      case Actor.Key key ->
          parameters
              .addUUID(null)
              .addUUID(key.key().value())
              .addString(actor.role().name())
              .addArrayOfString(key.scopes().stream().map(KeyScope::name).toArray(String[]::new))
              .addUUID(key.boundTo().map(WorkspaceId::value).orElse(null));
      case Actor.Agent agent -> throw new IllegalArgumentException("an agent opens no stream");
    }
    parameters.addOffsetDateTime(Columns.timestamp(expiresAt));
    return sql.alone(KEEP, parameters).thenAccept(kept -> {});
  }

  @Override
  public CompletionStage<Optional<Actor.OfUser>> take(String hash, Origin origin, Instant now) {
    return sql.alone(TAKE, Tuple.of(bytes(hash), Columns.timestamp(now)))
        .thenApply(rows -> Columns.first(rows, row -> actor(row, origin)));
  }

  private static Actor.OfUser actor(Row row, Origin origin) {
    UserId user = new UserId(row.getUUID("user_id"));
    UserRole role = UserRole.valueOf(row.getString("role"));
    UUID session = row.getUUID("session_id");
    if (session != null) {
      return new Actor.Person(user, new LoginSessionId(session), role, origin);
    }
    return new Actor.Key(
        user,
        new ApiKeyId(row.getUUID("key_id")),
        role,
        Arrays.stream(row.getArrayOfStrings("scopes"))
            .map(KeyScope::valueOf)
            .collect(Collectors.toSet()),
        Optional.ofNullable(row.getUUID("workspace_id")).map(WorkspaceId::new),
        origin);
  }

  private static Buffer bytes(String hash) {
    return Buffer.buffer(HexFormat.of().parseHex(hash));
  }
}
