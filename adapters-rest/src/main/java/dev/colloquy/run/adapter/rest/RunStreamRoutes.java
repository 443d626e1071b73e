package dev.colloquy.run.adapter.rest;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.colloquy.event.domain.port.in.FollowEvents;
import dev.colloquy.run.domain.RunId;
import dev.colloquy.run.domain.StreamEntry;
import dev.colloquy.run.domain.StreamPlace;
import dev.colloquy.run.domain.port.in.FollowRun;
import dev.colloquy.run.domain.port.in.FollowRun.Followed;
import dev.colloquy.shared.adapter.rest.problem.Problems;
import dev.colloquy.shared.adapter.rest.request.Identities;
import dev.colloquy.shared.adapter.rest.stream.AcceptsStream;
import dev.colloquy.shared.adapter.rest.stream.EventStream;
import dev.colloquy.shared.adapter.rest.stream.StreamExecutor;
import dev.colloquy.shared.domain.Actor;
import dev.colloquy.shared.domain.DomainException;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.Objects;
import java.util.concurrent.Executor;

/**
 * Runs' live streams: plain routes before REST, as the feed's are. A stream ends with its run, or
 * with its reader's right to the conversation, of which the feed tells at once.
 */
@ApplicationScoped
class RunStreamRoutes {

  private static final int BEFORE_REST = 10;

  private final FollowRun follow;
  private final FollowEvents feed;
  private final Problems problems;
  private final RunFrames frames;

  RunStreamRoutes(FollowRun follow, FollowEvents feed, Problems problems, ObjectMapper json) {
    this.follow = follow;
    this.feed = feed;
    this.problems = problems;
    this.frames = new RunFrames(json);
  }

  void register(@Observes Router router) {
    router
        .get("/api/v1/runs/:id/events")
        .order(BEFORE_REST)
        .handler(
            exchange -> {
              if (AcceptsStream.test(exchange)) {
                answer(exchange);
              } else {
                exchange.next();
              }
            });
  }

  private void answer(RoutingContext exchange) {
    try {
      stream(exchange);
    } catch (DomainException refusal) {
      problems.answer(exchange, refusal);
    }
  }

  private void stream(RoutingContext exchange) {
    Actor.OfUser actor = Identities.demanded(exchange);
    RunId run = RunAnswers.id(Objects.requireNonNullElse(exchange.pathParam("id"), ""));
    Executor executor = StreamExecutor.of(exchange);
    follow
        .follow(actor, run, after(exchange), executor)
        .thenAccept(followed -> begin(exchange, actor, followed, executor))
        .exceptionallyCompose(failure -> problems.answer(exchange, failure));
  }

  private void begin(
      RoutingContext exchange, Actor.OfUser actor, Followed followed, Executor executor) {
    EventStream<StreamEntry> stream =
        new EventStream<>(
            exchange.request(), frames::of, failure -> problems.answer(exchange, failure));
    ReadingRight right = new ReadingRight(stream::beat, stream::close);
    feed.handle(ReadingRight.query(actor, followed.run().conversation()), executor)
        .subscribe(right);
    exchange.addEndHandler(ended -> executor.execute(right::cancel));
    stream.open();
    followed.entries().subscribe(stream);
  }

  private static StreamPlace after(RoutingContext exchange) {
    String last = exchange.request().getHeader("Last-Event-ID");
    return last == null
        ? Places.after("after", exchange.queryParams().get("after"))
        : Places.after("Last-Event-ID", last);
  }
}
