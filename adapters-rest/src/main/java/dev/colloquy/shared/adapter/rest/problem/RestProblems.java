package dev.colloquy.shared.adapter.rest.problem;

import io.quarkus.security.AuthenticationFailedException;
import io.quarkus.security.ForbiddenException;
import io.quarkus.security.UnauthorizedException;
import io.smallrye.mutiny.Uni;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.NotAllowedException;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;

/** Answers with a problem whatever fails inside REST, resources and the framework alike. */
@ApplicationScoped
public class RestProblems {

  private final Problems problems;
  private final AllowedMethods allowed;

  RestProblems(Problems problems, AllowedMethods allowed) {
    this.problems = problems;
    this.allowed = allowed;
  }

  // The framework has mappers of its own for the more special ones; naming them here replaces
  // those.
  @ServerExceptionMapper({
    AuthenticationFailedException.class,
    UnauthorizedException.class,
    ForbiddenException.class,
    WebApplicationException.class,
    Throwable.class
  })
  Uni<Response> map(Throwable failure, RoutingContext exchange) {
    return Uni.createFrom()
        .completionStage(() -> problems.of(failure, exchange))
        .map(problem -> response(complete(problem, failure, exchange), exchange));
  }

  private Problem complete(Problem problem, Throwable failure, RoutingContext exchange) {
    return failure instanceof NotAllowedException
        ? problem.withHeader(HttpHeaders.ALLOW, allowed.on(exchange.normalizedPath()))
        : problem;
  }

  private Response response(Problem problem, RoutingContext exchange) {
    Response.ResponseBuilder response =
        Response.status(problem.status())
            .type(Problem.MEDIA_TYPE)
            .entity(problems.body(problem, exchange));
    problem.headers().forEach(response::header);
    return response.build();
  }
}
