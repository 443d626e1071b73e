package dev.colloquy.run.adapter.rest;

import dev.colloquy.run.domain.RunId;
import dev.colloquy.run.domain.StreamPlace;
import dev.colloquy.shared.adapter.rest.body.PlainBody;
import dev.colloquy.shared.adapter.rest.request.Identities;
import dev.colloquy.shared.adapter.rest.stream.AcceptsStream;
import dev.colloquy.shared.domain.Actor;
import io.vertx.core.Handler;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.concurrent.CompletionStage;

/** Runs' live streams: plain routes before REST, as the feed's are. */
@ApplicationScoped
class RunStreamRoutes {

  private final RunStarts starts;
  private final RunStreams streams;
  private final RunExchange exchanges;

  RunStreamRoutes(RunStarts starts, RunStreams streams, RunExchange exchanges) {
    this.starts = starts;
    this.streams = streams;
    this.exchanges = exchanges;
  }

  void register(@Observes Router router) {
    router
        .get("/api/v1/runs/:id/events")
        .order(RunExchange.BEFORE_REST)
        .handler(whereStreamed(exchange -> exchanges.refusing(exchange, this::follow)));
    router
        .post("/api/v1/conversations/:id/runs")
        .order(RunExchange.BEFORE_REST)
        .handler(whereStreamed(PlainBody.reader()))
        .handler(whereStreamed(exchange -> exchanges.refusing(exchange, this::start)));
  }

  private CompletionStage<Void> follow(RoutingContext exchange) {
    RunId run = RunAnswers.id(RunExchange.id(exchange));
    return streams.answer(exchange, Identities.demanded(exchange), run, after(exchange));
  }

  private CompletionStage<Void> start(RoutingContext exchange) {
    Actor.OfUser actor = Identities.demanded(exchange);
    RunRequest request = PlainBody.bind(exchange, RunRequest::from);
    return starts
        .start(exchange, request.command(actor, RunAnswers.conversation(RunExchange.id(exchange))))
        .thenCompose(
            started -> streams.answer(exchange, actor, started.run(), StreamPlace.BEGINNING));
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

  private static StreamPlace after(RoutingContext exchange) {
    String last = exchange.request().getHeader("Last-Event-ID");
    return last == null
        ? Places.after("after", exchange.queryParams().get("after"))
        : Places.after("Last-Event-ID", last);
  }
}
