package dev.colloquy.identity.adapter.persistence;

import dev.colloquy.identity.domain.port.out.LastUses;
import dev.colloquy.shared.adapter.persistence.Columns;
import dev.colloquy.shared.adapter.persistence.Sql;
import dev.colloquy.shared.domain.ApiKeyId;
import dev.colloquy.shared.domain.LoginSessionId;
import io.vertx.sqlclient.Tuple;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;

/** Gathers uses in memory and writes all of them in one statement a kind. */
public final class PgLastUses implements LastUses {

  private static final String SESSIONS =
      """
      update login_session s set last_active_at = greatest(s.last_active_at, u.at)
      from unnest($1::uuid[], $2::timestamptz[]) u (id, at) where s.id = u.id""";

  private static final String KEYS =
      """
      update api_key k set last_used_at = greatest(k.last_used_at, u.at)
      from unnest($1::uuid[], $2::timestamptz[]) u (id, at) where k.id = u.id""";

  private final Sql sql;
  private final Map<UUID, Instant> sessions = new ConcurrentHashMap<>();
  private final Map<UUID, Instant> keys = new ConcurrentHashMap<>();

  public PgLastUses(Sql sql) {
    this.sql = sql;
  }

  @Override
  public CompletionStage<Void> note(LoginSessionId session, Instant at) {
    sessions.put(session.value(), at);
    return CompletableFuture.completedFuture(null);
  }

  @Override
  public CompletionStage<Void> note(ApiKeyId key, Instant at) {
    keys.put(key.value(), at);
    return CompletableFuture.completedFuture(null);
  }

  @Override
  public CompletionStage<Void> write() {
    return write(SESSIONS, sessions).thenCompose(written -> write(KEYS, keys));
  }

  private CompletionStage<Void> write(String statement, Map<UUID, Instant> noted) {
    Map<UUID, Instant> taken = new LinkedHashMap<>(noted);
    if (taken.isEmpty()) {
      return CompletableFuture.completedFuture(null);
    }
    // what was noted again meanwhile stays for the next time
    taken.forEach(noted::remove);
    Tuple rows =
        Tuple.tuple()
            .addArrayOfUUID(taken.keySet().toArray(UUID[]::new))
            .addArrayOfOffsetDateTime(
                taken.values().stream().map(Columns::timestamp).toArray(OffsetDateTime[]::new));
    return sql.alone(statement, rows).thenAccept(written -> {});
  }
}
