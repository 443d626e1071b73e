package dev.colloquy.benchmarks.load;

import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.HttpClientResponse;
import io.vertx.core.parsetools.RecordParser;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/**
 * Sends calls over kept connections and checks their answers. A server that turns a call away for a
 * while, because its database stands still, is asked again, as a client would do; the call takes as
 * long as all of that. For one event loop.
 */
final class Sender {

  private static final Duration PATIENCE = Duration.ofSeconds(20);
  private static final long PAUSE_MILLIS = 100;
  private static final int UNAVAILABLE = 503;

  private final Vertx vertx;
  private final HttpClient client;
  private long turnedAway;

  Sender(Vertx vertx, int port, int connections) {
    this.vertx = vertx;
    this.client =
        vertx.createHttpClient(
            new HttpClientOptions()
                .setDefaultHost("127.0.0.1")
                .setDefaultPort(port)
                .setKeepAlive(true)
                .setPipelining(false)
                .setMaxPoolSize(connections));
  }

  /** Fails where the answer is not what it has to be. */
  Future<Void> send(Call call) {
    return send(call, System.nanoTime() + PATIENCE.toNanos());
  }

  /** How often a call was turned away until now. */
  long turnedAway() {
    return turnedAway;
  }

  private Future<Void> send(Call call, long giveUp) {
    return client
        .request(call.request())
        .compose(request -> request.send(call.body()))
        .compose(
            answer ->
                answer.statusCode() == UNAVAILABLE && System.nanoTime() < giveUp
                    ? answer.end().compose(end -> again(call, giveUp))
                    : answered(call, answer));
  }

  private Future<Void> again(Call call, long giveUp) {
    turnedAway++;
    return vertx.timer(PAUSE_MILLIS, TimeUnit.MILLISECONDS).compose(rung -> send(call, giveUp));
  }

  private static Future<Void> answered(Call call, HttpClientResponse answer) {
    return call.sign()
        .map(sign -> seen(sign, call, answer))
        .orElseGet(() -> answer.body().compose(body -> checked(call, answer, body)));
  }

  /** The rest of the stream is read, and its connection free for another call, later. */
  private static Future<Void> seen(String sign, Call call, HttpClientResponse answer) {
    Promise<Void> seen = Promise.promise();
    RecordParser frames = RecordParser.newDelimited("\n\n");
    frames.handler(
        frame -> {
          if (frame.toString().contains(sign)) {
            seen.tryComplete();
          }
        });
    answer.exceptionHandler(seen::tryFail);
    answer.endHandler(
        end -> seen.tryFail(new WrongAnswer(call.request().getURI() + ": no " + sign)));
    answer.handler(frames);
    return seen.future();
  }

  Future<Void> close() {
    return client.close();
  }

  private static Future<Void> checked(Call call, HttpClientResponse answer, Buffer body) {
    Optional<String> fault = call.expectation().fault(answer.statusCode(), body);
    return fault.isEmpty()
        ? Future.succeededFuture()
        : Future.failedFuture(
            new WrongAnswer(
                "%s %s: %s".formatted(call.request().getMethod(), call.request().getURI(), fault)));
  }
}
