package dev.colloquy.tool.adapter.llm.mcp;

import com.fasterxml.jackson.databind.JsonNode;
import dev.colloquy.shared.adapter.llm.EventReader;
import dev.colloquy.shared.adapter.llm.StreamRefused;
import dev.colloquy.tool.domain.McpFailure;
import io.vertx.core.AsyncResult;
import io.vertx.core.Future;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpClientRequest;
import io.vertx.core.http.HttpClientResponse;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.RequestOptions;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** One message over HTTP and what is said in answer to it: one message, or a stream of them. */
final class HttpExchange {

  private static final int OK = 200;
  private static final int LAST_OF_SUCCESS = 299;

  private final HttpChannel channel;
  private final long id;
  private final RequestOptions options;
  private final JsonNode message;
  private final boolean inSession;
  private Future<Void> read = Future.succeededFuture();
  private @Nullable HttpClientRequest request;
  private boolean over;

  HttpExchange(HttpChannel channel, long id, RequestOptions options, JsonNode message) {
    this.channel = channel;
    this.id = id;
    this.options = options;
    this.message = message;
    this.inSession = channel.hasSession();
  }

  void start() {
    if (channel.isAdmitted()) {
      channel.guide().guarded(options).onComplete(this::guided);
    } else {
      fail(McpFailure.ADDRESS_REFUSED);
    }
  }

  /** Nobody waits any more. */
  void abort() {
    over = true;
    if (request != null) {
      request.reset();
    }
  }

  private void guided(AsyncResult<RequestOptions> found) {
    if (over) {
      return;
    }
    if (found.failed()) {
      fail(Faults.of(found.cause()));
      return;
    }
    channel.client().request(found.result()).onComplete(this::connected);
  }

  private void connected(AsyncResult<HttpClientRequest> made) {
    if (made.failed()) {
      fail(Faults.of(made.cause()));
      return;
    }
    request = made.result();
    if (over) {
      request.reset();
      return;
    }
    request.exceptionHandler(told -> {});
    request.send(Rpc.bytes(message)).onComplete(this::answered);
  }

  private void answered(AsyncResult<HttpClientResponse> sent) {
    if (over) {
      return;
    }
    if (sent.failed()) {
      fail(Faults.of(sent.cause()));
      return;
    }
    HttpClientResponse response = sent.result();
    response.exceptionHandler(lost -> fail(McpFailure.UNAVAILABLE));
    if (inSession && Faults.isForgotten(response.statusCode())) {
      forgotten();
    } else if (response.statusCode() < OK || response.statusCode() > LAST_OF_SUCCESS) {
      fail(Faults.ofStatus(response.statusCode()));
    } else if (id == Channel.NOTIFICATION) {
      abort();
    } else {
      channel.named(response.getHeader("Mcp-Session-Id"));
      listen(response);
    }
  }

  private void listen(HttpClientResponse response) {
    String type =
        Optional.ofNullable(response.getHeader(HttpHeaders.CONTENT_TYPE))
            .orElse("")
            .toLowerCase(Locale.ROOT);
    if (type.startsWith("text/event-stream")) {
      EventReader events =
          new EventReader(
              channel.limits().messageBytes(), channel.limits().streamBytes(), this::heard);
      response.handler(chunk -> reading(() -> events.read(chunk)));
    } else {
      Buffer whole = Buffer.buffer();
      response.handler(chunk -> reading(() -> append(whole, chunk)));
      response.endHandler(
          ignored -> {
            heard(whole.toString(StandardCharsets.UTF_8));
            ended();
          });
      return;
    }
    response.endHandler(ignored -> ended());
  }

  private void reading(Runnable step) {
    if (over) {
      return;
    }
    try {
      step.run();
    } catch (StreamRefused refused) {
      fail(Faults.of(refused));
    }
  }

  private void append(Buffer whole, Buffer chunk) {
    if (whole.length() + chunk.length() > channel.limits().messageBytes()) {
      fail(McpFailure.TOO_LARGE);
    } else {
      whole.appendBuffer(chunk);
    }
  }

  /** One after the other, also where one is read elsewhere. */
  private void heard(String text) {
    read = read.compose(before -> channel.parsed(text)).map(this::told);
  }

  private @Nullable Void told(Optional<JsonNode> parsed) {
    if (!over) {
      parsed.ifPresent(channel.listener()::heard);
    }
    return null;
  }

  /** Whoever was answered has aborted this. */
  private void ended() {
    read.onComplete(all -> fail(McpFailure.BROKEN));
  }

  private void forgotten() {
    abort();
    channel.forgotten(id);
  }

  private void fail(McpFailure why) {
    if (!over) {
      abort();
      channel.ended(id);
      channel.listener().unanswered(id, why);
    }
  }
}
