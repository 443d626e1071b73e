package dev.colloquy.benchmarks.load;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.HttpClientResponse;
import io.vertx.core.http.RequestOptions;
import io.vertx.core.parsetools.RecordParser;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/** Reads a stream of server-sent events, frame by frame. */
public final class Subscriber {

  private final HttpClient client;

  private Subscriber(HttpClient client) {
    this.client = client;
  }

  /**
   * Subscribes to a feed; returns once the stream says that it is live.
   *
   * @param frames hears each frame that brings a posted message, on one event loop
   */
  public static Subscriber open(
      Vertx vertx, int port, RequestOptions request, Consumer<String> frames) {
    return open(vertx, port, request, "event: connect", "event: message.created", frames);
  }

  /**
   * Subscribes; returns once the stream says that it is live.
   *
   * @param live what the first frame has in it
   * @param wanted what a frame has in it that is to be heard
   * @param frames hears each of those, on one event loop
   */
  public static Subscriber open(
      Vertx vertx,
      int port,
      RequestOptions request,
      String live,
      String wanted,
      Consumer<String> frames) {
    HttpClient client =
        vertx.createHttpClient(
            new HttpClientOptions().setDefaultHost("127.0.0.1").setDefaultPort(port));
    CompletableFuture<Void> begun = new CompletableFuture<>();
    client
        .request(request)
        // whoever listens only later, from this thread, may miss what comes first
        .compose(sent -> sent.send().compose(answer -> heard(answer, live, wanted, frames, begun)))
        .onFailure(begun::completeExceptionally);
    begun.orTimeout(1, TimeUnit.MINUTES).join();
    return new Subscriber(client);
  }

  private static Future<Void> heard(
      HttpClientResponse answer,
      String live,
      String wanted,
      Consumer<String> frames,
      CompletableFuture<Void> begun) {
    if (answer.statusCode() != 200) {
      return Future.failedFuture(new WrongAnswer("stream: " + answer.statusCode()));
    }
    RecordParser parser = RecordParser.newDelimited("\n\n");
    parser.handler(
        frame -> {
          String text = frame.toString();
          if (text.contains(live)) {
            begun.complete(null);
          }
          if (text.contains(wanted)) {
            frames.accept(text);
          }
        });
    answer.handler(parser);
    return Future.succeededFuture();
  }

  public void close() {
    client.close().toCompletionStage().toCompletableFuture().join();
  }
}
