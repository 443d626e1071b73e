package dev.colloquy.shared.adapter.rest.problem;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.colloquy.shared.adapter.rest.request.Arrival;
import dev.colloquy.shared.adapter.rest.request.Identities;
import dev.colloquy.shared.domain.CommonException.DatabaseError;
import dev.colloquy.shared.domain.CommonException.PayloadTooLarge;
import dev.colloquy.shared.domain.DomainException;
import dev.colloquy.shared.domain.DomainException.Kind;
import dev.colloquy.shared.domain.port.in.RecordRefusal;
import io.quarkus.arc.All;
import io.vertx.core.http.HttpVersion;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/** Finds the problem of a failure, for REST and for plain routes, and does what it demands. */
@ApplicationScoped
public class Problems {

  private static final Logger LOG = Logger.getLogger(Problems.class);

  private final RecordRefusal refusals;
  private final ObjectMapper json;
  private final List<ProblemForm> forms;

  Problems(RecordRefusal refusals, ObjectMapper json, @All List<ProblemForm> forms) {
    this.refusals = refusals;
    this.json = json;
    this.forms = forms;
  }

  /**
   * Completes with the problem, after a refusal of access is on record; a fault of ours is logged
   * and told without its particulars. Never fails.
   */
  public CompletionStage<Problem> of(Throwable failure, RoutingContext exchange) {
    Throwable cause = Causes.of(failure);
    boolean versionDemanded = exchange.request().headers().contains("If-Match");
    Problem problem = Causes.problem(cause, versionDemanded);
    if (cause instanceof PayloadTooLarge) {
      closeAfterwards(exchange);
    }
    if (problem == null) {
      return CompletableFuture.completedFuture(fault(cause, exchange));
    }
    if (cause instanceof DomainException refusal && isOfAccess(refusal)) {
      return record(refusal, exchange)
          .thenApply(recorded -> problem)
          .exceptionally(unrecorded -> unrecorded(unrecorded, exchange));
    }
    return CompletableFuture.completedFuture(problem);
  }

  /** Ends a plain route's request with the problem of this failure. */
  public CompletionStage<Void> answer(RoutingContext exchange, Throwable failure) {
    return of(failure, exchange).thenAccept(problem -> write(exchange, problem));
  }

  private void write(RoutingContext exchange, Problem problem) {
    if (exchange.response().ended() || exchange.response().closed()) {
      return;
    }
    if (exchange.response().headWritten()) {
      // the answer has begun: a cut connection is the only way left to say that it failed
      exchange.request().connection().close();
      return;
    }
    ProblemForm.Rendered rendered = rendered(problem, exchange);
    exchange.response().setStatusCode(rendered.status());
    exchange.response().putHeader("Content-Type", rendered.mediaType());
    problem.headers().forEach(exchange.response()::putHeader);
    exchange.response().end(body(rendered));
  }

  /** The problem in the form that clients of the path expect. */
  ProblemForm.Rendered rendered(Problem problem, RoutingContext exchange) {
    String path = Objects.requireNonNullElse(exchange.request().path(), "");
    return forms.stream()
        .filter(it -> it.suits(path))
        .findFirst()
        .map(it -> it.render(problem))
        .orElseGet(() -> ownForm(problem, exchange));
  }

  String body(ProblemForm.Rendered rendered) {
    try {
      return json.writeValueAsString(rendered.members());
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("a problem that JSON cannot show", e);
    }
  }

  private static ProblemForm.Rendered ownForm(Problem problem, RoutingContext exchange) {
    return new ProblemForm.Rendered(
        problem.status(), Problem.MEDIA_TYPE, problem.members(requestId(exchange)));
  }

  // What fails before the entrance has no name yet.
  private static String requestId(RoutingContext exchange) {
    Arrival arrival = Arrival.find(exchange);
    return arrival == null ? UUID.randomUUID().toString() : arrival.requestId();
  }

  private static boolean isOfAccess(DomainException refusal) {
    return refusal.kind() == Kind.FORBIDDEN || refusal.kind() == Kind.UNAUTHENTICATED;
  }

  private CompletionStage<Void> record(DomainException refusal, RoutingContext exchange) {
    Arrival arrival = Arrival.of(exchange);
    return refusals.handle(
        new RecordRefusal.Command(
            Identities.actor(exchange).map(actor -> actor),
            arrival.address(),
            exchange.request().method() + " " + RouteTemplate.of(exchange.request().path()),
            Optional.empty(),
            refusal.code()));
  }

  // Without record no answer; whoever asks again may find the database back.
  private static Problem unrecorded(Throwable failure, RoutingContext exchange) {
    log(Causes.of(failure), exchange);
    return Problem.of(new DatabaseError());
  }

  // Nobody reads the rest of a body that is too large, however long it goes on.
  private static void closeAfterwards(RoutingContext exchange) {
    if (exchange.request().version() != HttpVersion.HTTP_2) {
      exchange.addEndHandler(ended -> exchange.request().connection().close());
    }
  }

  private static Problem fault(@Nullable Throwable cause, RoutingContext exchange) {
    log(cause, exchange);
    return Problem.of(EdgeRefusal.UNKNOWN_ERROR);
  }

  private static void log(@Nullable Throwable cause, RoutingContext exchange) {
    Arrival arrival = Arrival.find(exchange);
    LOG.errorf(
        cause,
        "Request %s failed: %s %s",
        arrival == null ? "?" : arrival.requestId(),
        exchange.request().method(),
        RouteTemplate.of(exchange.request().path()));
  }
}
