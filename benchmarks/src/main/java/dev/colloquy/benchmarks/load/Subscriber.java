package dev.colloquy.benchmarks.load;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.RequestOptions;
import io.vertx.core.parsetools.RecordParser;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;

/** Reads a stream of server-sent events, frame by frame. */
public final class Subscriber {

  private static final String CONNECTED = "event: connect";

  private final HttpClient client;

  private Subscriber(HttpClient client) {
    this.client = client;
  }

  /**
   * Subscribes; returns once the stream says that it is live.
   *
   * @param frames hears each frame that brings a posted message, on one event loop
   */
  public static Subscriber open(
      Vertx vertx, int port, RequestOptions request, Consumer<String> frames) {
    HttpClient client =
        vertx.createHttpClient(
            new HttpClientOptions().setDefaultHost("127.0.0.1").setDefaultPort(port));
    CompletableFuture<Void> live = new CompletableFuture<>();
    client
        .request(request)
        .compose(sent -> sent.send())
        .compose(
            answer -> {
              if (answer.statusCode() != 200) {
                return Future.failedFuture(new WrongAnswer("stream: " + answer.statusCode()));
              }
              RecordParser parser = RecordParser.newDelimited("\n\n");
              parser.handler(frame -> heard(frame, frames, live));
              answer.handler(parser);
              return Future.succeededFuture();
            })
        .onFailure(live::completeExceptionally);
    live.join();
    return new Subscriber(client);
  }

  public void close() {
    client.close().toCompletionStage().toCompletableFuture().join();
  }

  private static void heard(Buffer frame, Consumer<String> frames, CompletableFuture<Void> live) {
    String text = frame.toString();
    if (text.contains("event: message.created")) {
      frames.accept(text);
    } else if (text.contains(CONNECTED)) {
      live.complete(null);
    }
  }
}
