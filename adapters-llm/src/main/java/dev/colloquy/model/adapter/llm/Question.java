package dev.colloquy.model.adapter.llm;

import dev.colloquy.model.domain.ModelCall;
import dev.colloquy.model.domain.ModelCallFailed;
import dev.colloquy.model.domain.ModelCallFailed.Fault;
import dev.colloquy.model.domain.ModelEndpoint;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.RequestOptions;
import java.net.URI;
import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/** One call as it goes over HTTP: where to, with which headers, and its bytes. */
record Question(RequestOptions options, Buffer body) {

  /** What frames a message is for the client to say. */
  private static final Set<String> FRAMING =
      Set.of("host", "content-length", "transfer-encoding", "connection", "upgrade", "te");

  /** What a header may be called and carry (RFC 9110); no line break, which would begin another. */
  private static final Pattern NAME = Pattern.compile("[!#$%&'*+.^_`|~0-9A-Za-z-]+");

  private static final Pattern VALUE = Pattern.compile("[\\x20-\\x7e]*");

  /**
   * Puts a call into the protocol.
   *
   * @throws ModelCallFailed where there is no address, or with a key or another header that fits
   *     into none
   * @throws IllegalArgumentException where a tool has no schema
   */
  static Question of(ModelCall call, Protocol protocol, Duration connect) {
    ModelEndpoint endpoint = call.endpoint();
    URI base =
        endpoint
            .baseUrl()
            .or(endpoint.kind()::usualBaseUrl)
            .orElseThrow(() -> Failures.of(Fault.UNAVAILABLE));
    Duration shorter = connect.compareTo(call.patience()) < 0 ? connect : call.patience();
    RequestOptions options =
        new Address(base)
            .post(protocol.path())
            .setFollowRedirects(false)
            .setConnectTimeout(Math.max(1, shorter.toMillis()));
    protocol.headers().forEach(options::putHeader);
    endpoint.dialect().headers().entrySet().stream()
        .filter(it -> !FRAMING.contains(it.getKey().toLowerCase(Locale.ROOT)))
        .forEach(it -> put(options, it, Fault.REFUSED));
    options.putHeader(HttpHeaders.CONTENT_TYPE, "application/json");
    options.putHeader(HttpHeaders.ACCEPT, "text/event-stream");
    options.putHeader(HttpHeaders.USER_AGENT, "colloquy");
    endpoint.key().map(protocol::credential).ifPresent(it -> put(options, it, Fault.KEY_REFUSED));
    return new Question(options, Json.bytes(protocol.question(call)));
  }

  private static void put(RequestOptions options, Map.Entry<String, String> header, Fault fault) {
    if (!NAME.matcher(header.getKey()).matches() || !VALUE.matcher(header.getValue()).matches()) {
      throw Failures.of(fault);
    }
    options.putHeader(header.getKey(), header.getValue());
  }
}
