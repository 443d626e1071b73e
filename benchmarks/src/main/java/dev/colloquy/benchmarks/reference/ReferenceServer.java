package dev.colloquy.benchmarks.reference;

import io.vertx.core.AbstractVerticle;
import io.vertx.core.DeploymentOptions;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import io.vertx.core.VertxOptions;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.pgclient.PgBuilder;
import io.vertx.pgclient.PgConnectOptions;
import io.vertx.sqlclient.Pool;
import io.vertx.sqlclient.PoolOptions;

/**
 * Answers as the product does to the same two requests, with its statements, and does nothing else:
 * no authentication, no checks, no framework. {@code GET} and {@code POST} of {@code
 * /<conversation>/<user>}; {@code GET /} says that it is there.
 */
public final class ReferenceServer {

  private static final int CACHED_STATEMENT_CHARACTERS = 20_000;

  private ReferenceServer() {}

  /**
   * Runs until it is killed.
   *
   * @param arguments its port, the database's port and the size of the pool; the database's user,
   *     password and name stand in the environment, as libpq's variables
   */
  public static void main(String... arguments) {
    int port = Integer.parseInt(arguments[0]);
    Vertx vertx = Vertx.vertx(new VertxOptions().setPreferNativeTransport(true));
    Pool pool = pool(vertx, Integer.parseInt(arguments[1]), Integer.parseInt(arguments[2]));
    vertx
        .deployVerticle(
            () -> new Listener(pool, port),
            new DeploymentOptions().setInstances(2 * Runtime.getRuntime().availableProcessors()))
        .onFailure(
            failure -> {
              failure.printStackTrace();
              System.exit(1);
            });
  }

  private static Pool pool(Vertx vertx, int port, int size) {
    PgConnectOptions database =
        new PgConnectOptions()
            .setHost("127.0.0.1")
            .setPort(port)
            .setUser(System.getenv("PGUSER"))
            .setPassword(System.getenv("PGPASSWORD"))
            .setDatabase(System.getenv("PGDATABASE"))
            .setCachePreparedStatements(true)
            .setPreparedStatementCacheSqlLimit(CACHED_STATEMENT_CHARACTERS);
    return PgBuilder.pool()
        .using(vertx)
        .connectingTo(database)
        .with(new PoolOptions().setMaxSize(size))
        .build();
  }

  private static final class Listener extends AbstractVerticle {

    private final Messages messages;
    private final int port;

    Listener(Pool pool, int port) {
      this.messages = new Messages(pool);
      this.port = port;
    }

    @Override
    public void start(Promise<Void> started) {
      vertx
          .createHttpServer()
          .requestHandler(this::answer)
          .listen(port, "127.0.0.1")
          .<Void>mapEmpty()
          .onComplete(started);
    }

    private void answer(HttpServerRequest request) {
      if (request.uri().length() == 1) {
        request.response().end();
      } else if (request.method().equals(HttpMethod.POST)) {
        messages.append(request);
      } else {
        messages.list(request);
      }
    }
  }
}
