package dev.colloquy.shared.adapter.persistence;

import io.quarkus.reactive.pg.client.PgPoolCreator;
import io.vertx.pgclient.PgBuilder;
import io.vertx.pgclient.PgConnectOptions;
import io.vertx.sqlclient.Pool;
import java.util.concurrent.TimeUnit;

/**
 * Makes the one pool that Hibernate Reactive and {@link Sql} share, with the limits for which there
 * is no configuration key.
 */
public final class Pools implements PgPoolCreator {

  /** The statements that gather access, effect and event in one are longer than the default. */
  private static final int CACHED_STATEMENT_CHARACTERS = 20_000;

  private static final int CACHED_STATEMENTS = 512;
  private static final int WAIT_SECONDS = 2;
  private static final int WAITING = 1_000;

  @Override
  public Pool create(Input input) {
    PgConnectOptions database = input.pgConnectOptionsList().getFirst();
    database.setPreparedStatementCacheMaxSize(CACHED_STATEMENTS);
    database.setPreparedStatementCacheSqlLimit(CACHED_STATEMENT_CHARACTERS);
    return PgBuilder.pool()
        .using(input.vertx())
        .connectingTo(database)
        .with(
            input
                .poolOptions()
                .setConnectionTimeout(WAIT_SECONDS)
                .setConnectionTimeoutUnit(TimeUnit.SECONDS)
                .setMaxWaitQueueSize(WAITING))
        .build();
  }
}
