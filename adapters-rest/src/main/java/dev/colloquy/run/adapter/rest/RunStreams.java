package dev.colloquy.run.adapter.rest;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.colloquy.event.domain.port.in.FollowEvents;
import dev.colloquy.run.domain.RunId;
import dev.colloquy.run.domain.StreamEntry;
import dev.colloquy.run.domain.StreamPlace;
import dev.colloquy.run.domain.port.in.FollowRun;
import dev.colloquy.run.domain.port.in.FollowRun.Followed;
import dev.colloquy.shared.adapter.rest.problem.Problems;
import dev.colloquy.shared.adapter.rest.stream.EventStream;
import dev.colloquy.shared.adapter.rest.stream.SharedFrames;
import dev.colloquy.shared.adapter.rest.stream.StreamExecutor;
import dev.colloquy.shared.domain.Actor;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Executor;

/**
 * Answers with a run's live stream. It ends with its run, or with its reader's right to the
 * conversation, of which the feed tells at once.
 */
@ApplicationScoped
class RunStreams {

  private final FollowRun follow;
  private final FollowEvents feed;
  private final Problems problems;
  private final SharedFrames<StreamEntry> frames;

  RunStreams(FollowRun follow, FollowEvents feed, Problems problems, ObjectMapper json) {
    this.follow = follow;
    this.feed = feed;
    this.problems = problems;
    this.frames = new SharedFrames<>(new RunFrames(json)::of);
  }

  /** Fails as {@link FollowRun} does, as long as the answer has not begun. */
  CompletionStage<Void> answer(
      RoutingContext exchange, Actor.OfUser actor, RunId run, StreamPlace after) {
    Executor executor = StreamExecutor.of(exchange);
    return follow
        .follow(actor, run, after, executor)
        .thenAccept(followed -> begin(exchange, actor, followed, executor));
  }

  private void begin(
      RoutingContext exchange, Actor.OfUser actor, Followed followed, Executor executor) {
    EventStream<StreamEntry> stream =
        new EventStream<>(
            exchange.request(), frames, failure -> problems.answer(exchange, failure));
    ReadingRight right = new ReadingRight(stream::beat, stream::close);
    feed.handle(ReadingRight.query(actor, followed.run().conversation()), executor)
        .subscribe(right);
    exchange.addEndHandler(ended -> executor.execute(right::cancel));
    stream.open();
    followed.entries().subscribe(stream);
  }
}
