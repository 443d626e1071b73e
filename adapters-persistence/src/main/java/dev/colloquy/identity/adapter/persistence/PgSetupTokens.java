package dev.colloquy.identity.adapter.persistence;

import dev.colloquy.identity.domain.SecretHash;
import dev.colloquy.identity.domain.port.out.SetupTokens;
import dev.colloquy.shared.adapter.persistence.Sql;
import io.vertx.sqlclient.Tuple;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

/** Set-up tokens as rows, as long as there is no administrator. */
public final class PgSetupTokens implements SetupTokens {

  private static final String LOCK = "select pg_advisory_xact_lock(hashtextextended('set-up', 3))";

  private static final String ADD =
      "insert into setup_token (hash) values ($1) on conflict do nothing";

  private static final String KNOWN = "select from setup_token where hash = $1";

  private static final String USE_UP = "delete from setup_token";

  private final Sql sql;

  public PgSetupTokens(Sql sql) {
    this.sql = sql;
  }

  @Override
  public CompletionStage<Void> add(SecretHash token) {
    return sql.inUnitOfWork(ADD, Tuple.of(token.hex())).thenAccept(added -> {});
  }

  @Override
  public CompletionStage<Boolean> redeem(SecretHash token) {
    return lock()
        .thenCompose(held -> sql.inUnitOfWork(KNOWN, Tuple.of(token.hex())))
        .thenCompose(rows -> rows.size() == 0 ? unknown() : usedUp());
  }

  @Override
  public CompletionStage<Void> lock() {
    return sql.inUnitOfWork(LOCK, Tuple.tuple()).thenAccept(held -> {});
  }

  private CompletionStage<Boolean> usedUp() {
    return sql.inUnitOfWork(USE_UP, Tuple.tuple()).thenApply(gone -> true);
  }

  private static CompletionStage<Boolean> unknown() {
    return CompletableFuture.completedFuture(false);
  }
}
