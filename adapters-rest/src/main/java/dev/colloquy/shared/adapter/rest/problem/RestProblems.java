package dev.colloquy.shared.adapter.rest.problem;

import dev.colloquy.shared.domain.CommonException.MalformedRequest;
import io.quarkus.security.AuthenticationFailedException;
import io.quarkus.security.ForbiddenException;
import io.quarkus.security.UnauthorizedException;
import io.smallrye.mutiny.Uni;
import io.vertx.core.MultiMap;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.NotAllowedException;
import jakarta.ws.rs.NotSupportedException;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.util.Objects;
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
        .completionStage(() -> problems.of(meant(failure, exchange), exchange))
        .map(problem -> response(complete(problem, failure, exchange), exchange));
  }

  // Of a body that is not there, the media type is not what is wrong.
  private static Throwable meant(Throwable failure, RoutingContext exchange) {
    MultiMap headers = exchange.request().headers();
    boolean bodiless =
        !headers.contains(HttpHeaders.CONTENT_TYPE)
            && !headers.contains("Transfer-Encoding")
            && "0".equals(Objects.requireNonNullElse(headers.get(HttpHeaders.CONTENT_LENGTH), "0"));
    return failure instanceof NotSupportedException && bodiless
        ? new MalformedRequest("A JSON body is needed.")
        : failure;
  }

  private Problem complete(Problem problem, Throwable failure, RoutingContext exchange) {
    return failure instanceof NotAllowedException
        ? problem.withHeader(HttpHeaders.ALLOW, allowed.on(exchange.normalizedPath()))
        : problem;
  }

  private Response response(Problem problem, RoutingContext exchange) {
    ProblemForm.Rendered rendered = problems.rendered(problem, exchange);
    Response.ResponseBuilder response =
        Response.status(rendered.status())
            .type(rendered.mediaType())
            .entity(problems.body(rendered));
    problem.headers().forEach(response::header);
    return response.build();
  }
}
