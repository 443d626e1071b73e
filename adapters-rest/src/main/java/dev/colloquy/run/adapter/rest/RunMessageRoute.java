package dev.colloquy.run.adapter.rest;

import dev.colloquy.run.domain.StreamPlace;
import dev.colloquy.run.domain.port.in.StartRun;
import dev.colloquy.shared.adapter.rest.body.PlainBody;
import dev.colloquy.shared.adapter.rest.request.Identities;
import dev.colloquy.shared.adapter.rest.request.Query;
import dev.colloquy.shared.adapter.rest.stream.AcceptsStream;
import dev.colloquy.shared.domain.Actor;
import io.vertx.core.Handler;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

/**
 * {@code POST …/messages?run=true}: posts a message and has it answered, both or neither. A plain
 * route before REST, for conversations know nothing of runs, and resources nothing of queries.
 */
@ApplicationScoped
class RunMessageRoute {

  private final RunStarts starts;
  private final RunStreams streams;
  private final RunExchange exchanges;

  RunMessageRoute(RunStarts starts, RunStreams streams, RunExchange exchanges) {
    this.starts = starts;
    this.streams = streams;
    this.exchanges = exchanges;
  }

  void register(@Observes Router router) {
    router
        .post("/api/v1/conversations/:id/messages")
        .order(RunExchange.BEFORE_REST)
        .handler(whereWanted(PlainBody.reader()))
        .handler(whereWanted(exchange -> exchanges.refusing(exchange, this::answer)));
  }

  private CompletionStage<Void> answer(RoutingContext exchange) {
    Actor.OfUser actor = Identities.demanded(exchange);
    StartRun.Command command =
        PlainBody.bind(exchange, RunMessageRequest::from)
            .command(actor, RunAnswers.conversation(RunExchange.id(exchange)));
    return AcceptsStream.test(exchange)
        ? starts
            .start(exchange, command)
            .thenCompose(it -> streams.answer(exchange, actor, it.run(), StreamPlace.BEGINNING))
        : starts.start(exchange, command).thenAccept(it -> RunExchange.give(exchange, it.answer()));
  }

  /** Whoever wants no run is REST's. */
  private Handler<RoutingContext> whereWanted(Handler<RoutingContext> handler) {
    return exchange -> exchanges.refusing(exchange, it -> wanted(it, handler));
  }

  private static CompletionStage<Void> wanted(
      RoutingContext exchange, Handler<RoutingContext> handler) {
    if (Query.flag("run", exchange.queryParams().get("run")).orElse(false)) {
      handler.handle(exchange);
    } else {
      exchange.next();
    }
    return CompletableFuture.completedFuture(null);
  }
}
