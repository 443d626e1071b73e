package dev.colloquy.model.adapter.llm;

import dev.colloquy.model.domain.FinishReason;
import dev.colloquy.model.domain.ModelCallFailed;
import dev.colloquy.model.domain.ModelCallFailed.Fault;
import dev.colloquy.model.domain.ModelEvent;
import dev.colloquy.shared.adapter.llm.EventReader;
import dev.colloquy.shared.adapter.llm.Guide;
import dev.colloquy.shared.adapter.llm.StreamRefused;
import io.vertx.core.AsyncResult;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientRequest;
import io.vertx.core.http.HttpClientResponse;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.RequestOptions;
import io.vertx.core.impl.ContextInternal;
import java.time.Clock;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * One question over HTTP and the stream that answers it. Whatever happens first ends it, and
 * nothing is said afterwards; what is left of the connection is then cut off.
 */
final class Exchange implements Source {

  private static final int OK = 200;

  private final HttpClient client;
  private final Guide guide;
  private final Question question;
  private final Interpreter interpreter;
  private final Limits limits;
  private final Outlet outlet;
  private final EventReader events;
  private final Watchdog watchdog;

  private @Nullable HttpClientRequest request;
  private @Nullable HttpClientResponse response;
  private boolean askedAgain;
  private boolean over;

  Exchange(
      HttpClient client,
      Guide guide,
      Question question,
      Interpreter interpreter,
      Duration patience,
      Limits limits,
      Outlet outlet) {
    this.client = client;
    this.guide = guide;
    this.question = question;
    this.interpreter = interpreter;
    this.limits = limits;
    this.outlet = outlet;
    this.events = new EventReader(limits.lineBytes(), limits.answerBytes(), this::event);
    this.watchdog =
        new Watchdog(
            (ContextInternal) outlet.context(), patience, () -> fail(Failures.of(Fault.TIMEOUT)));
  }

  @Override
  public void start() {
    watchdog.start();
    ask();
  }

  @Override
  public void pause() {
    if (response != null && !over) {
      watchdog.hold();
      response.pause();
    }
  }

  @Override
  public void resume() {
    if (response != null && !over) {
      watchdog.release();
      response.resume();
    }
  }

  @Override
  public void stop() {
    // first, for the reset tells of a lost connection at once
    over = true;
    watchdog.stop();
    cut();
  }

  private void ask() {
    guide.guarded(question.options()).onComplete(this::guided);
  }

  private void guided(AsyncResult<RequestOptions> found) {
    if (over) {
      return;
    }
    if (found.failed()) {
      fail(Connections.failure(found.cause()));
      return;
    }
    client.request(found.result()).onComplete(this::connected);
  }

  private void connected(AsyncResult<HttpClientRequest> made) {
    if (made.failed()) {
      fail(Connections.failure(made.cause()));
      return;
    }
    request = made.result();
    if (over) {
      cut();
      return;
    }
    request.exceptionHandler(told -> {});
    request.send(question.body()).onComplete(this::answered);
  }

  private void answered(AsyncResult<HttpClientResponse> sent) {
    if (over) {
      return;
    }
    if (sent.failed()) {
      unanswered(sent.cause());
      return;
    }
    response = sent.result();
    response.exceptionHandler(lost -> fail(Failures.of(Fault.BROKEN)));
    if (response.statusCode() != OK) {
      fail(
          Statuses.failure(
              response.statusCode(),
              response.getHeader(HttpHeaders.RETRY_AFTER),
              Clock.systemUTC()));
      return;
    }
    watchdog.touch();
    response.handler(this::chunk);
    response.endHandler(ignored -> ended());
  }

  /** A pooled connection may have died unnoticed: once more, since no answer has begun. */
  private void unanswered(Throwable cause) {
    if (!askedAgain && Connections.isLost(cause)) {
      askedAgain = true;
      ask();
    } else {
      fail(Connections.failure(cause));
    }
  }

  private void chunk(Buffer chunk) {
    if (over) {
      cut();
      return;
    }
    watchdog.touch();
    try {
      events.read(chunk);
    } catch (ModelCallFailed failure) {
      fail(failure);
    } catch (StreamRefused refused) {
      fail(Failures.of(refused.isTooLarge() ? Fault.TOO_LARGE : Fault.BROKEN));
    }
  }

  private void event(String data) {
    if (over) {
      return;
    }
    interpreter.read(data, this::piece);
    if (interpreter.isWhole() && !over) {
      finish();
      part();
    }
  }

  private void piece(ModelEvent piece) {
    if (!over) {
      outlet.add(piece);
    }
  }

  private void ended() {
    if (over) {
      return;
    }
    try {
      finish();
    } catch (ModelCallFailed failure) {
      fail(failure);
    }
  }

  private void finish() {
    FinishReason reason = interpreter.finish(this::piece);
    if (over) {
      return;
    }
    over = true;
    watchdog.stop();
    outlet.finished(reason);
  }

  /** Lets the provider end in peace, so that the connection can serve again, but not for long. */
  private void part() {
    if (response == null) {
      return;
    }
    ContextInternal context = (ContextInternal) outlet.context();
    long timer = context.setTimer(limits.parting().toMillis(), ignored -> cut());
    response.endHandler(ignored -> context.owner().cancelTimer(timer));
    response.exceptionHandler(ignored -> context.owner().cancelTimer(timer));
    response.resume();
  }

  private void fail(ModelCallFailed failure) {
    if (!over) {
      stop();
      outlet.failed(failure);
    }
  }

  private void cut() {
    if (request != null) {
      request.reset();
    }
  }
}
