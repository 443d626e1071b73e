package dev.colloquy.event.adapter.rest;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.colloquy.event.domain.EventFilter;
import dev.colloquy.event.domain.Reader;
import dev.colloquy.event.domain.StreamItem;
import dev.colloquy.event.domain.port.in.FollowEvents;
import dev.colloquy.shared.adapter.rest.problem.EdgeRefusal;
import dev.colloquy.shared.adapter.rest.problem.EdgeRefused;
import dev.colloquy.shared.adapter.rest.problem.Problems;
import dev.colloquy.shared.adapter.rest.request.Identities;
import dev.colloquy.shared.adapter.rest.stream.EventStream;
import dev.colloquy.shared.adapter.rest.stream.StreamExecutor;
import dev.colloquy.shared.domain.Actor;
import dev.colloquy.shared.domain.DomainException;
import io.vertx.core.MultiMap;
import io.vertx.core.buffer.Buffer;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Function;

/**
 * The feed's live streams. They are plain routes before REST, for a stream costs less so; on paths
 * that have pages too, a request that does not ask for a stream goes on to its resource.
 */
@ApplicationScoped
class EventStreamRoutes {

  private static final int BEFORE_REST = 10;

  private final FollowEvents follow;
  private final Problems problems;
  private final Function<StreamItem, Buffer> frames;

  EventStreamRoutes(FollowEvents follow, Problems problems, ObjectMapper json) {
    this.follow = follow;
    this.problems = problems;
    this.frames = new EventFrames(json)::of;
  }

  void register(@Observes Router router) {
    for (StreamPath path : StreamPath.values()) {
      router
          .get(path.template())
          .order(BEFORE_REST)
          .handler(exchange -> pageOrStream(exchange, path));
    }
    router.route(StreamPath.OUTPUT.template()).order(BEFORE_REST + 1).handler(this::refuseMethod);
  }

  private void pageOrStream(RoutingContext exchange, StreamPath path) {
    if (path.isStream(exchange)) {
      try {
        stream(exchange, path);
      } catch (DomainException refusal) {
        problems.answer(exchange, refusal);
      }
    } else {
      exchange.next();
    }
  }

  private void stream(RoutingContext exchange, StreamPath path) {
    Actor.OfUser actor = Identities.demanded(exchange);
    MultiMap query = exchange.queryParams();
    EventFilter filter =
        EventQuery.filter(
            query.get("types"), query.get("workspace_id"), query.get("conversation_id"));
    Reader reader = new Reader(Identities.lasting(actor), path.place(exchange), filter);
    follow
        .handle(new FollowEvents.Query(reader, after(exchange)), StreamExecutor.of(exchange))
        .subscribe(
            new EventStream<>(
                exchange.request(), frames, failure -> problems.answer(exchange, failure)));
  }

  private void refuseMethod(RoutingContext exchange) {
    exchange.response().putHeader("Allow", "GET");
    problems.answer(exchange, new EdgeRefused(EdgeRefusal.METHOD_NOT_ALLOWED));
  }

  private static OptionalLong after(RoutingContext exchange) {
    Optional<Long> last =
        EventQuery.after("Last-Event-ID", exchange.request().getHeader("Last-Event-ID"));
    return last.or(() -> EventQuery.after("after", exchange.queryParams().get("after")))
        .map(OptionalLong::of)
        .orElse(OptionalLong.empty());
  }
}
