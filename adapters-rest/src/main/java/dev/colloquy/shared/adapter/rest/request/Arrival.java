package dev.colloquy.shared.adapter.rest.request;

import dev.colloquy.shared.domain.Origin;
import io.vertx.ext.web.RoutingContext;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What is known of a request from its first moment on. It travels with the request's routing
 * context, so that REST resources and plain routes find it alike, on whatever thread they are.
 *
 * @param requestId the caller's name for the request, or ours; for logs and answers
 * @param command the id of whatever the request will cause
 * @param address who sent it, as far as trusted proxies tell
 */
public record Arrival(String requestId, UUID command, String address, Instant at) {

  private static final String KEY = Arrival.class.getName();
  private static final String BODY = KEY + ".body";

  /** The arrival of this request; fails where the entrance was not passed. */
  public static Arrival of(RoutingContext exchange) {
    Arrival arrival = find(exchange);
    if (arrival == null) {
      throw new IllegalStateException("the request has not passed the entrance");
    }
    return arrival;
  }

  /** The same for places that also serve requests which were refused before they came in. */
  public static @Nullable Arrival find(RoutingContext exchange) {
    return exchange.get(KEY);
  }

  public void keepIn(RoutingContext exchange) {
    exchange.put(KEY, this);
  }

  /** Remembers the body's digest, which the fingerprint of the request includes. */
  public static void keepBody(RoutingContext exchange, byte[] body) {
    exchange.put(BODY, Fingerprint.sha256(body));
  }

  /** Where a command of this request comes from. */
  public Origin origin(RoutingContext exchange) {
    return new Origin(command, address, at, fingerprint(exchange));
  }

  /** What makes two requests the same one: method, path with query, and body. */
  public static String fingerprint(RoutingContext exchange) {
    String body = exchange.get(BODY);
    return Fingerprint.of(
        exchange.request().method().name(), exchange.request().uri(), body == null ? "" : body);
  }

  /** The same for requests of which these headers say what they are about. */
  public static String fingerprint(RoutingContext exchange, List<String> headers) {
    return Fingerprint.of(
        Stream.concat(
                Stream.of(fingerprint(exchange)),
                headers.stream().map(it -> it + ": " + exchange.request().getHeader(it)))
            .toArray(String[]::new));
  }
}
