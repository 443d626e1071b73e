package dev.colloquy.model.adapter.llm;

import dev.colloquy.model.domain.ModelCallFailed;
import dev.colloquy.model.domain.ModelCallFailed.Fault;
import io.vertx.core.AsyncResult;
import io.vertx.core.Promise;
import io.vertx.core.http.HttpClientRequest;
import io.vertx.core.http.HttpClientResponse;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.impl.ContextInternal;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletionStage;
import org.jspecify.annotations.Nullable;

/** One request of which nothing but the status matters, for a limited time. On one context. */
final class Look {

  private static final int MULTIPLE_CHOICES = 300;

  private final ContextInternal context;
  private final Promise<Optional<ModelCallFailed>> outcome;
  private final long alarm;
  private @Nullable HttpClientRequest request;
  private boolean over;

  Look(ContextInternal context, Duration limit) {
    this.context = context;
    this.outcome = context.promise();
    this.alarm = context.setTimer(limit.toMillis(), rung -> end(Failures.of(Fault.TIMEOUT)));
  }

  CompletionStage<Optional<ModelCallFailed>> outcome() {
    return outcome.future().toCompletionStage();
  }

  void connected(AsyncResult<HttpClientRequest> made) {
    if (made.failed()) {
      end(Connections.failure(made.cause()));
      return;
    }
    request = made.result();
    if (over) {
      request.reset();
      return;
    }
    request.exceptionHandler(told -> {});
    request.send().onComplete(this::answered);
  }

  private void answered(AsyncResult<HttpClientResponse> sent) {
    if (sent.failed()) {
      end(Connections.failure(sent.cause()));
      return;
    }
    HttpClientResponse response = sent.result();
    // that its body is cut off below is nothing to tell
    response.exceptionHandler(told -> {});
    if (isThere(response.statusCode())) {
      end(null);
    } else {
      end(
          Statuses.failure(
              response.statusCode(),
              response.getHeader(HttpHeaders.RETRY_AFTER),
              Clock.systemUTC()));
    }
  }

  /** Not every server lists its models; one that says so is there. */
  private static boolean isThere(int status) {
    return switch (status) {
      case 404, 405, 501 -> true;
      default -> status >= 200 && status < MULTIPLE_CHOICES;
    };
  }

  private void end(@Nullable ModelCallFailed failure) {
    if (over) {
      return;
    }
    over = true;
    context.owner().cancelTimer(alarm);
    if (request != null) {
      // the body is nobody's concern
      request.reset();
    }
    outcome.complete(Optional.ofNullable(failure));
  }
}
