package dev.colloquy.event;

import dev.colloquy.bootstrap.testing.PostgresTestResource;
import dev.colloquy.event.adapter.persistence.FeedNode;
import dev.colloquy.event.testkit.Happening;
import dev.colloquy.shared.adapter.persistence.EventRow;
import dev.colloquy.shared.adapter.persistence.Sql;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.pgclient.PgBuilder;
import io.vertx.pgclient.PgConnectOptions;
import io.vertx.sqlclient.Pool;
import io.vertx.sqlclient.PoolOptions;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.RowSet;
import io.vertx.sqlclient.Tuple;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.TimeUnit;

/** A fresh database with the feed's nodes on it, and no application around them. */
final class FeedDatabase implements AutoCloseable {

  static final Duration LEASE = Duration.ofSeconds(1);

  private final PostgresTestResource postgres = new PostgresTestResource();
  private final Vertx vertx = Vertx.vertx();
  private final List<FeedNode> nodes = new ArrayList<>();
  private final Map<String, String> properties;
  private final Pool pool;

  FeedDatabase() {
    properties = postgres.start();
    pool = pool();
  }

  /** A node of its own, as on another machine. */
  FeedNode startNode() {
    return startNode(32L * 1024 * 1024);
  }

  FeedNode startNode(long ringBytes) {
    return startNode(pool(), ringBytes);
  }

  /** One that orders events and gets to nothing else: its two sessions are all it may open. */
  FeedNode startOrderingNode() {
    return startNode(pool(2), 1024);
  }

  private FeedNode startNode(Pool own, long ringBytes) {
    FeedNode node =
        new FeedNode(
            vertx, own, new Sql(own), UUID.randomUUID(), new FeedNode.Settings(LEASE, ringBytes));
    node.start();
    nodes.add(node);
    return node;
  }

  Pool pool() {
    return pool(8);
  }

  private Pool pool(int connections) {
    String url = properties.get("quarkus.datasource.reactive.url");
    PgConnectOptions options =
        PgConnectOptions.fromUri(url.replaceFirst("^vertx-reactive:", ""))
            .setUser(properties.get("quarkus.datasource.username"))
            .setPassword(properties.get("quarkus.datasource.password"))
            .setCachePreparedStatements(true);
    return PgBuilder.pool()
        .connectingTo(options)
        .with(new PoolOptions().setMaxSize(connections))
        .using(vertx)
        .build();
  }

  RowSet<Row> execute(String statement, Object... parameters) {
    return done(pool.preparedQuery(statement).execute(Tuple.from(parameters)));
  }

  /** Writes events as one transaction does. */
  void write(Happening... events) {
    Tuple row = Tuple.tuple();
    List<String> rows = new ArrayList<>();
    for (Happening event : events) {
      rows.add("(" + EventRow.markers(1 + rows.size() * EventRow.WIDTH) + ")");
      EventRow.addTo(row, event, UUID.randomUUID(), Instant.now());
    }
    done(
        pool.preparedQuery(
                "insert into outbox (" + EventRow.COLUMNS + ") values " + String.join(", ", rows))
            .execute(row));
  }

  long lastPosition() {
    return execute("select last_position from feed_head").iterator().next().getLong(0);
  }

  <T> T done(Future<T> future) {
    return future.toCompletionStage().toCompletableFuture().orTimeout(60, TimeUnit.SECONDS).join();
  }

  @Override
  public void close() {
    nodes.forEach(node -> node.stop().toCompletableFuture().join());
    done(vertx.close());
    postgres.stop();
  }
}
