package dev.colloquy.tool.adapter.llm.fetch;

import dev.colloquy.shared.adapter.llm.AddressRefused;
import dev.colloquy.shared.adapter.llm.Guide;
import dev.colloquy.tool.domain.ToolException;
import dev.colloquy.tool.domain.ToolException.ToolFailed;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientRequest;
import io.vertx.core.http.HttpClientResponse;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.impl.ContextInternal;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** One page, with all that it is sent on to; each address is looked at anew. */
final class Fetch {

  private static final int REDIRECT = 300;
  private static final int CLIENT_ERROR = 400;

  private final Vertx vertx;
  private final HttpClient client;
  private final Guide guide;
  private final FetchLimits limits;
  private final Promise<String> page;
  private int followed;
  private @Nullable HttpClientRequest request;

  Fetch(Vertx vertx, HttpClient client, Guide guide, FetchLimits limits) {
    this.vertx = vertx;
    this.client = client;
    this.guide = guide;
    this.limits = limits;
    this.page = ((ContextInternal) vertx.getOrCreateContext()).promise();
  }

  /** Its text. Fails with {@link ToolFailed}. */
  Future<String> of(String address) {
    long alarm =
        vertx.setTimer(
            limits.total().toMillis(), ignored -> fail("The page did not come in time."));
    Future<String> text = page.future().onComplete(done -> vertx.cancelTimer(alarm));
    follow(() -> Target.of(address));
    return text;
  }

  private void follow(Supplier<Target> next) {
    attempt(() -> go(next.get()));
  }

  private void go(Target target) {
    guide
        .guarded(target.request(limits))
        .compose(client::request)
        .compose(this::sent)
        .onSuccess(response -> attempt(() -> answered(target, response)))
        .onFailure(failure -> fail(sentence(failure)));
  }

  private Future<HttpClientResponse> sent(HttpClientRequest made) {
    request = made;
    made.exceptionHandler(told -> {});
    if (page.future().isComplete()) {
      made.reset();
    }
    return made.send();
  }

  private void answered(Target target, HttpClientResponse response) {
    // a connection that is cut off tells of its loss
    response.exceptionHandler(told -> {});
    String location = response.getHeader(HttpHeaders.LOCATION);
    int status = response.statusCode();
    if (status >= REDIRECT && status < CLIENT_ERROR && location != null) {
      if (followed++ == limits.redirects()) {
        throw new ToolFailed("The page leads on too often.");
      }
      cut();
      follow(() -> target.redirected(location));
    } else if (status < 200 || status >= REDIRECT) {
      throw new ToolFailed("The page answers with status " + status + ".");
    } else {
      read(response, PageType.of(response.getHeader(HttpHeaders.CONTENT_TYPE)));
    }
  }

  private void read(HttpClientResponse response, PageType type) {
    Buffer body = Buffer.buffer();
    response.exceptionHandler(lost -> fail("The page broke off."));
    response.handler(
        chunk -> {
          int room = limits.bytes() - body.length();
          body.appendBuffer(chunk.slice(0, Math.min(room, chunk.length())));
          if (body.length() == limits.bytes()) {
            page.tryComplete(body.toString(type.charset()));
            cut();
          }
        });
    response.endHandler(ignored -> page.tryComplete(body.toString(type.charset())));
  }

  private void attempt(Runnable step) {
    try {
      step.run();
    } catch (ToolException refused) {
      page.tryFail(refused);
      cut();
    }
  }

  private void fail(String sentence) {
    page.tryFail(new ToolFailed(sentence));
    cut();
  }

  private void cut() {
    if (request != null) {
      request.reset();
    }
  }

  private static String sentence(Throwable failure) {
    return failure instanceof AddressRefused
        ? "The address leads where only the operator may let Colloquy go."
        : "The page cannot be reached.";
  }
}
