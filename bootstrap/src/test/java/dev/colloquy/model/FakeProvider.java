package dev.colloquy.model;

import dev.colloquy.shared.testkit.Stages;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.json.JsonObject;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CopyOnWriteArrayList;
import org.jspecify.annotations.Nullable;

/** A server that speaks OpenAI's protocol, on this machine; says what a test lets it say. */
final class FakeProvider implements AutoCloseable {

  static final String KEY = "sk-fake-0123456789-abcdefgh-WXYZ";
  static final String TEXT = "Bread needs time.";

  private static final int OK = 200;
  private static final int UNAUTHORIZED = 401;
  private static final int TOO_MANY = 429;

  private final Vertx vertx = Vertx.vertx();
  private final HttpServer server;
  private final List<Asked> asked = new CopyOnWriteArrayList<>();
  private volatile int status = OK;

  /** A request that came. */
  record Asked(String path, Map<String, String> headers, JsonObject body) {}

  FakeProvider() {
    server =
        Stages.valueOf(
            vertx
                .createHttpServer()
                .requestHandler(this::serve)
                .listen(0, "localhost")
                .toCompletionStage());
  }

  String baseUrl() {
    return "http://localhost:" + server.actualPort() + "/v1";
  }

  /** From now on, whoever asks is answered with this. */
  void answers(int nowStatus) {
    status = nowStatus;
  }

  List<Asked> asked() {
    return List.copyOf(asked);
  }

  Asked last() {
    return asked.getLast();
  }

  private void serve(HttpServerRequest request) {
    request
        .body()
        .onSuccess(
            body -> {
              Map<String, String> headers = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
              request.headers().forEach(headers::put);
              asked.add(new Asked(request.path(), headers, json(body)));
              answer(request, headers.getOrDefault("Authorization", ""));
            });
  }

  /** Whoever only looks sends none. */
  private static JsonObject json(Buffer body) {
    return body.length() == 0 ? new JsonObject() : body.toJsonObject();
  }

  private void answer(HttpServerRequest request, String authorization) {
    int now = authorization.equals("Bearer " + KEY) ? status : UNAUTHORIZED;
    if (now != OK) {
      // as providers do, it repeats what it was sent
      if (now == TOO_MANY) {
        request.response().putHeader("Retry-After", "60");
      }
      request
          .response()
          .setStatusCode(now)
          .end("{\"error\":{\"message\":\"Not with " + authorization + "\"}}");
      return;
    }
    if (request.path().endsWith("/models")) {
      request.response().end("{\"object\":\"list\",\"data\":[]}");
      return;
    }
    request.response().putHeader("Content-Type", "text/event-stream").setChunked(true);
    for (String word : TEXT.split("(?<= )")) {
      chunk(request, new JsonObject().put("content", word), null);
    }
    chunk(request, new JsonObject(), "stop");
    JsonObject usage = new JsonObject().put("prompt_tokens", 7).put("completion_tokens", 3);
    write(request, new JsonObject().put("choices", List.of()).put("usage", usage).encode());
    write(request, "[DONE]");
    request.response().end();
  }

  private static void chunk(HttpServerRequest request, JsonObject delta, @Nullable String why) {
    JsonObject choice =
        new JsonObject().put("index", 0).put("delta", delta).put("finish_reason", why);
    write(request, new JsonObject().put("choices", List.of(choice)).encode());
  }

  private static void write(HttpServerRequest request, String data) {
    request.response().write("data: " + data + "\n\n");
  }

  @Override
  public void close() {
    Stages.valueOf(vertx.close().toCompletionStage());
  }
}
