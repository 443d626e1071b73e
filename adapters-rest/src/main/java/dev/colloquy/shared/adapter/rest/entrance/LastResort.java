package dev.colloquy.shared.adapter.rest.entrance;

import dev.colloquy.shared.adapter.rest.body.PlainBody;
import dev.colloquy.shared.adapter.rest.problem.Problems;
import dev.colloquy.shared.domain.CommonException.MalformedRequest;
import io.vertx.core.VertxException;
import io.vertx.core.http.HttpClosedException;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.ws.rs.WebApplicationException;

/** Answers what fails outside of REST: in filters, in plain routes, before any route. */
@ApplicationScoped
public class LastResort {

  /** After every route, but before the platform's own page of errors. */
  private static final int LAST = Integer.MAX_VALUE - 1;

  private final Problems problems;

  LastResort(Problems problems) {
    this.problems = problems;
  }

  void install(@Observes Router router) {
    // a path that cannot be decoded reaches no route
    router.errorHandler(400, exchange -> problems.answer(exchange, unreadable()));
    router.route().order(LAST).failureHandler(this::failed);
  }

  private void failed(RoutingContext exchange) {
    Throwable failure = exchange.failure();
    if (failure instanceof HttpClosedException) {
      return; // whoever asked has gone, and nobody failed
    }
    if (failure instanceof RuntimeException
        && !(failure instanceof VertxException)
        && PlainBody.isAwaited(exchange)) {
      exchange.addEndHandler(ended -> exchange.request().connection().close());
      problems.answer(exchange, new MalformedRequest("The request's body cannot be read."));
      return;
    }
    // the router itself refuses with a status and, at the most, a message of its own
    problems.answer(
        exchange,
        failure == null || failure instanceof VertxException
            ? new WebApplicationException(status(exchange))
            : failure);
  }

  private static int status(RoutingContext exchange) {
    return exchange.statusCode() >= 400 ? exchange.statusCode() : 500;
  }

  private static Throwable unreadable() {
    return new MalformedRequest("The request's URI is malformed.");
  }
}
