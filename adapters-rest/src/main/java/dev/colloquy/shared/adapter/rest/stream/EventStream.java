package dev.colloquy.shared.adapter.rest.stream;

import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpConnection;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;
import java.util.Objects;
import java.util.concurrent.Flow;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * One open answer of server-sent events. It asks for the next item when the last one has found room
 * in the socket's queue, so that a slow client costs a full queue and no more. On the connection's
 * event loop only.
 */
public final class EventStream<T> implements Flow.Subscriber<T> {

  private static final int QUEUE_BYTES = 64 * 1024;
  private static final long PATIENCE_MILLIS = 2_000;

  private final HttpServerResponse response;
  private final HttpConnection connection;
  private final Function<? super T, Buffer> frames;
  private final Function<? super Throwable, Buffer> lastWords;
  private @Nullable Consumer<Throwable> refuse;
  private @Nullable HttpServerRequest asked;
  private Flow.@Nullable Subscription subscription;
  private boolean full;

  /**
   * @param frames writes an item as a frame
   * @param refuse answers a failure from before the first item
   */
  public EventStream(
      HttpServerRequest request, Function<? super T, Buffer> frames, Consumer<Throwable> refuse) {
    this(request, frames, refuse, failure -> comeBack());
  }

  /**
   * @param frames writes an item as a frame; an empty one is not sent
   * @param refuse answers a failure from before the first item
   * @param lastWords what a reader is told of a later failure
   */
  public EventStream(
      HttpServerRequest request,
      Function<? super T, Buffer> frames,
      Consumer<Throwable> refuse,
      Function<? super Throwable, Buffer> lastWords) {
    this.response = request.response();
    this.connection = request.connection();
    this.asked = request;
    this.frames = frames;
    this.refuse = refuse;
    this.lastWords = lastWords;
  }

  @Override
  public void onSubscribe(Flow.Subscription given) {
    subscription = given;
    if (response.closed()) {
      given.cancel();
      return;
    }
    response.closeHandler(gone -> given.cancel());
    response.exceptionHandler(broken -> given.cancel());
    given.request(1);
  }

  @Override
  public void onNext(T item) {
    if (refuse != null) {
      begin();
    }
    Buffer frame = frames.apply(item);
    if (frame.length() > 0) {
      write(frame);
    }
    if (response.writeQueueFull()) {
      full = true;
    } else {
      more();
    }
  }

  @Override
  public void onError(Throwable failure) {
    if (refuse != null) {
      refuse.accept(failure);
    } else if (isOpen()) {
      write(lastWords.apply(failure));
      end();
    }
  }

  @Override
  public void onComplete() {
    if (refuse != null) {
      begin();
    }
    if (isOpen()) {
      end();
    }
  }

  /** Begins the answer before there is anything to tell; refusals are over then. */
  public void open() {
    begin();
    beat();
  }

  /** The reader may see nothing more; what was written stays written. */
  public void close() {
    if (subscription != null) {
      subscription.cancel();
    }
    onComplete();
  }

  /** Keeps a quiet connection from looking dead. */
  public void beat() {
    if (refuse == null && isOpen() && !response.writeQueueFull()) {
      write(Frames.comment("still here"));
    }
  }

  /** The reader may come back after a while that differs from one to another. */
  private static Buffer comeBack() {
    return Frames.retry(ThreadLocalRandom.current().nextLong(500, 3_000));
  }

  private void begin() {
    refuse = null;
    response.setChunked(true).setWriteQueueMaxSize(QUEUE_BYTES);
    response
        .putHeader("Content-Type", "text/event-stream")
        .putHeader("Cache-Control", "no-store")
        // proxies of the nginx kind would hold frames back
        .putHeader("X-Accel-Buffering", "no");
    response.drainHandler(drained -> drained());
  }

  private void write(Buffer frame) {
    HttpServerRequest request = asked;
    if (request == null) {
      response.write(frame);
    } else {
      asked = null;
      response.write(frame).onSuccess(written -> forget(request));
    }
  }

  /**
   * Once the answer has begun, nobody looks again at what was asked and at the answer's head, which
   * would stay in memory for as long as the stream does.
   */
  private void forget(HttpServerRequest request) {
    request.headers().clear();
    request.params().clear();
    response.headers().clear();
  }

  private void drained() {
    if (full) {
      full = false;
      more();
    }
  }

  private void more() {
    if (subscription != null) {
      subscription.request(1);
    }
  }

  private boolean isOpen() {
    return !response.ended() && !response.closed();
  }

  /** What a client that does not read leaves in the queue is dropped with the connection. */
  private void end() {
    boolean stuck = response.writeQueueFull();
    response.end();
    if (stuck) {
      Vertx vertx = Objects.requireNonNull(Vertx.currentContext()).owner();
      vertx.setTimer(PATIENCE_MILLIS, late -> connection.close());
    }
  }
}
