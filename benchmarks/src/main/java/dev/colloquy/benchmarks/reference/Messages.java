package dev.colloquy.benchmarks.reference;

import dev.colloquy.conversation.adapter.persistence.HotStatements;
import io.vertx.core.Future;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.json.JsonObject;
import io.vertx.sqlclient.Pool;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.RowSet;
import io.vertx.sqlclient.Tuple;
import java.util.Optional;
import java.util.UUID;

/** Both handlers: parameters in, one statement, JSON out. */
final class Messages {

  private static final String LIST = HotStatements.list();
  private static final String APPEND = HotStatements.append();
  private static final int LIMIT = 50;
  private static final int CONVERSATION_BEGINS = 1;
  private static final int USER_BEGINS = 38;

  private final Pool pool;

  Messages(Pool pool) {
    this.pool = pool;
  }

  void list(HttpServerRequest request) {
    pool.preparedQuery(LIST)
        .execute(Tuple.of(conversation(request), user(request), Long.MAX_VALUE, LIMIT + 1))
        .onSuccess(rows -> answer(request, 200, MessageJson.page(rows, LIMIT)))
        .onFailure(failure -> fail(request, failure));
  }

  void append(HttpServerRequest request) {
    request
        .body()
        .compose(body -> insert(request, body))
        .onSuccess(said -> answer(request, 201, said))
        .onFailure(failure -> fail(request, failure));
  }

  private Future<Buffer> insert(HttpServerRequest request, Buffer body) {
    String content = new JsonObject(body).getString("content");
    UUID conversation = conversation(request);
    UUID user = user(request);
    Posted posted =
        new Posted(
            conversation, user, content, Optional.ofNullable(request.getHeader("Idempotency-Key")));
    return pool.preparedQuery(APPEND)
        .execute(posted.parameters())
        .map(rows -> MessageJson.posted(posted, seq(rows)));
  }

  private static long seq(RowSet<Row> rows) {
    return rows.iterator().next().getLong(0);
  }

  private static UUID conversation(HttpServerRequest request) {
    return UUID.fromString(request.uri().substring(CONVERSATION_BEGINS, USER_BEGINS - 1));
  }

  private static UUID user(HttpServerRequest request) {
    return UUID.fromString(request.uri().substring(USER_BEGINS));
  }

  private static void answer(HttpServerRequest request, int status, Buffer body) {
    request
        .response()
        .setStatusCode(status)
        .putHeader("Content-Type", "application/json")
        .end(body);
  }

  private static void fail(HttpServerRequest request, Throwable failure) {
    request.response().setStatusCode(500).end(String.valueOf(failure));
  }
}
