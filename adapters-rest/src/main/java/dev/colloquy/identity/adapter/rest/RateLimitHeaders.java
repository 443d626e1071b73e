package dev.colloquy.identity.adapter.rest;

import dev.colloquy.identity.domain.Throttle;
import dev.colloquy.identity.domain.port.in.ReadAllowance;
import dev.colloquy.identity.domain.port.in.ReadAllowance.Allowance;
import dev.colloquy.shared.adapter.rest.request.Arrival;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.ext.Provider;
import java.time.Duration;
import java.util.Map;
import org.jboss.resteasy.reactive.server.spi.ResteasyReactiveContainerRequestContext;
import org.jboss.resteasy.reactive.server.spi.ResteasyReactiveContainerResponseFilter;
import org.jspecify.annotations.Nullable;

/**
 * Adds {@code RateLimit-Policy} and {@code RateLimit} (draft-ietf-httpapi-ratelimit-headers) to
 * every answer of an operation that counts attempts by address, refusals included.
 */
@Provider
@ApplicationScoped
public class RateLimitHeaders implements ResteasyReactiveContainerResponseFilter {

  private static final Map<String, Throttle> LIMITED =
      Map.of(
          "/api/v1/auth/login", Throttle.LOGIN_BY_ADDRESS,
          "/api/v1/auth/refresh", Throttle.REFRESH_BY_ADDRESS,
          "/api/v1/auth/register", Throttle.REGISTRATION_BY_ADDRESS,
          "/api/v1/auth/setup", Throttle.REGISTRATION_BY_ADDRESS);

  private final ReadAllowance allowance;
  private final RoutingContext exchange;

  RateLimitHeaders(ReadAllowance allowance, RoutingContext exchange) {
    this.allowance = allowance;
    this.exchange = exchange;
  }

  @Override
  public void filter(
      ResteasyReactiveContainerRequestContext request, ContainerResponseContext response) {
    Throttle throttle = LIMITED.get(exchange.normalizedPath());
    if (throttle == null) {
      return;
    }
    request.suspend();
    allowance
        .handle(throttle, Arrival.of(exchange).address())
        .whenComplete(
            (known, failure) -> {
              tell(known, response.getHeaders());
              request.resume();
            });
  }

  /** What cannot be found out is left out: the answer itself is not worse for it. */
  private static void tell(@Nullable Allowance known, MultivaluedMap<String, Object> headers) {
    if (known != null) {
      Duration blocked = known.admission().blocked();
      long reset = blocked.isZero() ? known.rule().forgottenAfter().toSeconds() : ceil(blocked);
      long remaining = known.admission().admitted() ? known.admission().remaining() + 1L : 0;
      headers.putSingle(
          "RateLimit-Policy",
          "\"address\";q=%d;w=%d"
              .formatted(known.rule().free(), known.rule().forgottenAfter().toSeconds()));
      headers.putSingle("RateLimit", "\"address\";r=%d;t=%d".formatted(remaining, reset));
    }
  }

  private static long ceil(Duration duration) {
    return duration.plusMillis(999).toSeconds();
  }
}
