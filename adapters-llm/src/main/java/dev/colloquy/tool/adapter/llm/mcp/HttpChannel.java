package dev.colloquy.tool.adapter.llm.mcp;

import com.fasterxml.jackson.databind.JsonNode;
import dev.colloquy.shared.adapter.llm.Guide;
import dev.colloquy.shared.domain.BaseUrl;
import dev.colloquy.tool.domain.McpSecret;
import io.vertx.core.Future;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.RequestOptions;
import io.vertx.core.impl.ContextInternal;
import java.net.URI;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Streamable HTTP: each message is a request of its own, and is answered there. */
final class HttpChannel implements Channel {

  private static final String SESSION = "Mcp-Session-Id";

  /** What takes longer to parse than an event loop should stand still. */
  private static final int LONG = 128 * 1024;

  private final HttpClient client;
  private final Guide guide;
  private final BaseUrl url;
  private final Map<String, McpSecret> headers;
  private final McpLimits limits;
  private final ContextInternal context;
  private final Listener listener;
  private final Map<Long, HttpExchange> exchanges = new HashMap<>();
  private @Nullable String session;
  private @Nullable String version;
  private @Nullable HttpListening listening;

  HttpChannel(
      HttpClient client,
      Guide guide,
      BaseUrl url,
      Map<String, McpSecret> headers,
      McpLimits limits,
      ContextInternal context,
      Listener listener) {
    this.client = client;
    this.guide = guide;
    this.url = url;
    this.headers = headers;
    this.limits = limits;
    this.context = context;
    this.listener = listener;
  }

  @Override
  public void send(JsonNode message, long id) {
    HttpExchange exchange = new HttpExchange(this, id, options(HttpMethod.POST), message);
    if (id == NOTIFICATION) {
      startUnawaited(exchange);
    } else {
      exchanges.put(id, exchange);
      exchange.start();
    }
  }

  @Override
  public void agreed(String agreed) {
    version = agreed;
  }

  @Override
  public void listen() {
    listening = new HttpListening(this);
    listening.start();
  }

  @Override
  public void abort(long id) {
    HttpExchange exchange = exchanges.remove(id);
    if (exchange != null) {
      exchange.abort();
    }
  }

  @Override
  public boolean isProgram() {
    return false;
  }

  @Override
  public void close() {
    hush();
    List.copyOf(exchanges.keySet()).forEach(this::abort);
    if (session != null) {
      startUnawaited(
          new HttpExchange(this, NOTIFICATION, options(HttpMethod.DELETE), Rpc.object()));
      session = null;
    }
  }

  HttpClient client() {
    return client;
  }

  Guide guide() {
    return guide;
  }

  McpLimits limits() {
    return limits;
  }

  ContextInternal context() {
    return context;
  }

  Listener listener() {
    return listener;
  }

  /** Whether the operator still lets calls go there. */
  boolean isAdmitted() {
    return url.refusal(guide.rules()).isEmpty();
  }

  boolean hasSession() {
    return session != null;
  }

  void ended(long id) {
    exchanges.remove(id);
  }

  /** The server does not know the session any more. */
  void forgotten(long id) {
    ended(id);
    hush();
    listener.forgotten(id);
  }

  /** A message that was heard, read elsewhere where that takes long. */
  Future<Optional<JsonNode>> parsed(String text) {
    return text.length() < LONG
        ? Future.succeededFuture(Rpc.parsed(text))
        : context.executeBlocking(() -> Rpc.parsed(text), false);
  }

  private void hush() {
    if (listening != null) {
      listening.close();
    }
  }

  /** The server may name the session where it gets to know us. */
  void named(@Nullable String given) {
    if (given != null && session == null && version == null) {
      session = given;
    }
  }

  /** What nobody waits for is given up by itself. */
  private void startUnawaited(HttpExchange exchange) {
    context.setTimer(limits.connect().toMillis(), ignored -> exchange.abort());
    exchange.start();
  }

  RequestOptions options(HttpMethod method) {
    URI target = url.value();
    boolean tls = "https".equalsIgnoreCase(target.getScheme());
    int usual = tls ? 443 : 80;
    RequestOptions options =
        new RequestOptions()
            .setMethod(method)
            .setSsl(tls)
            .setHost(target.getHost())
            .setPort(target.getPort() > 0 ? target.getPort() : usual)
            .setURI(path(target))
            .setConnectTimeout(limits.connect().toMillis())
            .putHeader("Content-Type", "application/json")
            .putHeader("Accept", "application/json, text/event-stream");
    headers.forEach((name, secret) -> options.putHeader(name, secret.value()));
    Optional.ofNullable(session).ifPresent(it -> options.putHeader(SESSION, it));
    Optional.ofNullable(version).ifPresent(it -> options.putHeader("MCP-Protocol-Version", it));
    return options;
  }

  private static String path(URI target) {
    String path = Optional.ofNullable(target.getRawPath()).filter(it -> !it.isEmpty()).orElse("/");
    return path + Optional.ofNullable(target.getRawQuery()).map(it -> "?" + it).orElse("");
  }
}
