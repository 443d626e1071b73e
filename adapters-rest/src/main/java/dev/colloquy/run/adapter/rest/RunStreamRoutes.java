package dev.colloquy.run.adapter.rest;

import dev.colloquy.run.domain.RunId;
import dev.colloquy.run.domain.StreamPlace;
import dev.colloquy.shared.adapter.rest.body.PlainBody;
import dev.colloquy.shared.adapter.rest.problem.Problems;
import dev.colloquy.shared.adapter.rest.request.Identities;
import dev.colloquy.shared.adapter.rest.stream.AcceptsStream;
import dev.colloquy.shared.domain.Actor;
import dev.colloquy.shared.domain.DomainException;
import io.vertx.core.Handler;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.Objects;
import java.util.concurrent.CompletionStage;
import java.util.function.Function;

/** Runs' live streams: plain routes before REST, as the feed's are. */
@ApplicationScoped
class RunStreamRoutes {

  private static final int BEFORE_REST = 10;

  private final RunStarts starts;
  private final RunStreams streams;
  private final Problems problems;

  RunStreamRoutes(RunStarts starts, RunStreams streams, Problems problems) {
    this.starts = starts;
    this.streams = streams;
    this.problems = problems;
  }

  void register(@Observes Router router) {
    router
        .get("/api/v1/runs/:id/events")
        .order(BEFORE_REST)
        .handler(whereStreamed(exchange -> refusing(exchange, this::follow)));
    router
        .post("/api/v1/conversations/:id/runs")
        .order(BEFORE_REST)
        .handler(whereStreamed(PlainBody.reader()))
        .handler(whereStreamed(exchange -> refusing(exchange, this::start)));
  }

  private CompletionStage<Void> follow(RoutingContext exchange) {
    RunId run = RunAnswers.id(id(exchange));
    return streams.answer(exchange, Identities.demanded(exchange), run, after(exchange));
  }

  private CompletionStage<Void> start(RoutingContext exchange) {
    Actor.OfUser actor = Identities.demanded(exchange);
    RunRequest request = PlainBody.bind(exchange, RunRequest::from);
    return starts
        .start(exchange, request.command(actor, RunAnswers.conversation(id(exchange))))
        .thenCompose(run -> streams.answer(exchange, actor, run, StreamPlace.BEGINNING));
  }

  private void refusing(
      RoutingContext exchange, Function<RoutingContext, CompletionStage<Void>> answer) {
    try {
      answer.apply(exchange).exceptionallyCompose(failure -> problems.answer(exchange, failure));
    } catch (DomainException refusal) {
      problems.answer(exchange, refusal);
    }
  }

  /** Whoever does not ask for a stream is REST's. */
  private static Handler<RoutingContext> whereStreamed(Handler<RoutingContext> handler) {
    return exchange -> {
      if (AcceptsStream.test(exchange)) {
        handler.handle(exchange);
      } else {
        exchange.next();
      }
    };
  }

  private static String id(RoutingContext exchange) {
    return Objects.requireNonNullElse(exchange.pathParam("id"), "");
  }

  private static StreamPlace after(RoutingContext exchange) {
    String last = exchange.request().getHeader("Last-Event-ID");
    return last == null
        ? Places.after("after", exchange.queryParams().get("after"))
        : Places.after("Last-Event-ID", last);
  }
}
