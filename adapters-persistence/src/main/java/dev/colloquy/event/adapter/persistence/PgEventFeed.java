package dev.colloquy.event.adapter.persistence;

import dev.colloquy.event.domain.EventPage;
import dev.colloquy.event.domain.Reader;
import dev.colloquy.event.domain.StreamItem;
import dev.colloquy.event.domain.port.out.EventFeed;
import dev.colloquy.shared.domain.Cause;
import dev.colloquy.shared.domain.CommonException.Unavailable;
import io.vertx.core.Context;
import java.util.OptionalLong;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Executor;
import java.util.concurrent.Flow;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** The feed of a node: pages from the table, streams from the table, the ring and what comes. */
final class PgEventFeed implements EventFeed {

  private static final long PAGE_BYTES = 4L * 1024 * 1024;

  private final FeedQueries queries;
  private final Tailer tailer;
  private final Context context;
  private final AtomicInteger opened = new AtomicInteger();
  private volatile boolean closed;

  PgEventFeed(FeedQueries queries, Tailer tailer, Context context) {
    this.queries = queries;
    this.tailer = tailer;
    this.context = context;
  }

  @Override
  public CompletionStage<EventPage> page(Reader reader, long after, int limit) {
    return queries
        .read(reader, after, limit, PAGE_BYTES, false)
        .thenApply(seen -> new EventPage(seen.events(), seen.scanned(), seen.head()));
  }

  @Override
  public Flow.Publisher<StreamItem> follow(Reader reader, OptionalLong after, Executor given) {
    Executor executor = new ForgivingExecutor(given);
    return subscriber ->
        executor.execute(
            () -> {
              int slot = Math.floorMod(opened.incrementAndGet(), FanOut.SLOTS);
              FeedStream stream = new FeedStream(this, reader, executor, slot, subscriber);
              subscriber.onSubscribe(stream);
              context.runOnContext(here -> open(stream, after));
            });
  }

  /** Lets no more streams in. */
  void close() {
    closed = true;
  }

  /** A further look into the table, for a stream that has not yet caught up with the ring. */
  void load(FeedStream stream, long after) {
    context.runOnContext(
        here ->
            then(
                stream,
                queries.read(
                    stream.reader, after, FeedStream.PORTION, FeedStream.PORTION_BYTES, false),
                seen -> stream.executor.execute(() -> stream.loaded(seen))));
  }

  void forget(FeedStream stream) {
    context.runOnContext(
        here -> {
          FanOut node = tailer.fanOut();
          if (node != null) {
            node.forget(stream);
          }
        });
  }

  private void open(FeedStream stream, OptionalLong after) {
    Reader reader = stream.reader;
    CompletionStage<FeedQueries.Seen> looked =
        after.isPresent()
            ? queries.read(
                reader, after.getAsLong(), FeedStream.PORTION, FeedStream.PORTION_BYTES, true)
            : queries.stand(reader);
    then(stream, looked, seen -> admit(stream, after, seen));
  }

  private void admit(FeedStream stream, OptionalLong after, FeedQueries.Seen seen) {
    FanOut node = tailer.fanOut();
    if (node == null || closed) {
      failed(stream, new Unavailable());
    } else if (!node.reachesBackTo(seen)) {
      open(stream, after);
    } else {
      node.admit(stream, seen)
          .ifPresentOrElse(
              user ->
                  stream.executor.execute(
                      () -> stream.opened(node, user, Beginning.of(after, seen))),
              () -> stream.executor.execute(stream::complete));
    }
  }

  private static void then(
      FeedStream stream,
      CompletionStage<FeedQueries.Seen> looked,
      Consumer<FeedQueries.Seen> admitted) {
    looked.thenAccept(admitted).whenComplete((done, failure) -> failed(stream, failure));
  }

  private static void failed(FeedStream stream, @Nullable Throwable failure) {
    if (failure != null) {
      Throwable cause = Cause.of(failure);
      stream.executor.execute(() -> stream.fail(cause));
    }
  }
}
