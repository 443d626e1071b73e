package dev.colloquy.model.adapter.llm;

import dev.colloquy.model.domain.ModelCall;
import dev.colloquy.model.domain.ModelCallFailed;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.RequestOptions;
import java.time.Duration;

/** One call as it goes over HTTP: where to, with which headers, and its bytes. */
record Question(RequestOptions options, Buffer body) {

  /**
   * Puts a call into the protocol.
   *
   * @throws ModelCallFailed where there is no address, or with a key or another header that fits
   *     into none
   * @throws IllegalArgumentException where a tool has no schema
   */
  static Question of(ModelCall call, Protocol protocol, Duration connect) {
    Duration shorter = connect.compareTo(call.patience()) < 0 ? connect : call.patience();
    RequestOptions options =
        new Approach(call.endpoint(), protocol)
            .request(HttpMethod.POST, protocol.path())
            .setConnectTimeout(Math.max(1, shorter.toMillis()))
            .putHeader(HttpHeaders.CONTENT_TYPE, "application/json")
            .putHeader(HttpHeaders.ACCEPT, "text/event-stream");
    return new Question(options, Json.bytes(protocol.question(call)));
  }
}
