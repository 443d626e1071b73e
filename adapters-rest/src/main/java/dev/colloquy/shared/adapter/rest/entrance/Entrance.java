package dev.colloquy.shared.adapter.rest.entrance;

import dev.colloquy.shared.adapter.rest.body.JsonBodyReader;
import dev.colloquy.shared.adapter.rest.problem.Problems;
import dev.colloquy.shared.adapter.rest.request.Arrival;
import dev.colloquy.shared.domain.port.out.Ids;
import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.MultiMap;
import io.vertx.core.http.HttpVersion;
import io.vertx.core.net.SocketAddress;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.MDC;

/** Where every request comes in: it gets its name and its origin, and absurd ones are refused. */
@ApplicationScoped
public class Entrance {

  /** Before CORS, authentication and everything else. */
  private static final int FIRST = 1000;

  private final Problems problems;
  private final Ids ids;
  private final Clock clock;
  private final TrustedProxies proxies;

  Entrance(
      Problems problems,
      Ids ids,
      Clock clock,
      @ConfigProperty(name = "colloquy.trusted-proxies") Optional<List<String>> trustedProxies) {
    this.problems = problems;
    this.ids = ids;
    this.clock = clock;
    this.proxies = TrustedProxies.of(trustedProxies.orElse(List.of()));
  }

  void install(@Observes Filters filters) {
    filters.register(this::enter, FIRST);
  }

  private void enter(RoutingContext exchange) {
    UUID command = ids.next();
    MultiMap headers = exchange.request().headers();
    String requestId = RequestId.of(headers.get(RequestId.NAME), command);
    new Arrival(requestId, command, address(exchange), clock.instant()).keepIn(exchange);
    MDC.put("request_id", requestId);
    TraceParent.in(headers).ifPresent(it -> MDC.put("traceparent", it));
    exchange
        .response()
        .putHeader(RequestId.NAME, requestId)
        .putHeader("X-Content-Type-Options", "nosniff")
        .putHeader("Referrer-Policy", "no-referrer")
        .putHeader("X-Frame-Options", "DENY");
    if (exchange.request().path() == null || !exchange.request().path().startsWith("/q/")) {
      exchange.response().putHeader("Cache-Control", "no-store");
    }
    Optional<Throwable> fault = RequestChecks.fault(exchange.request(), JsonBodyReader.MAX_BYTES);
    if (fault.isPresent()) {
      // what follows on the connection is not to be trusted any more; HTTP/2 frames each request,
      // and forbids the header
      if (exchange.request().version() != HttpVersion.HTTP_2) {
        exchange.response().putHeader("Connection", "close");
      }
      problems.answer(exchange, fault.get());
    } else {
      exchange.next();
    }
  }

  private String address(RoutingContext exchange) {
    SocketAddress peer = exchange.request().connection().remoteAddress();
    return peer == null
        ? ""
        : proxies.client(
            peer.hostAddress(), exchange.request().headers().getAll("X-Forwarded-For"));
  }
}
