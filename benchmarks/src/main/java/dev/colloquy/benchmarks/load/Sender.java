package dev.colloquy.benchmarks.load;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.HttpClientResponse;
import java.util.Optional;

/** Sends calls over kept connections and checks their answers. */
final class Sender {

  private final HttpClient client;

  Sender(Vertx vertx, int port, int connections) {
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
    return client
        .request(call.request())
        .compose(request -> request.send(call.body()))
        .compose(answer -> answer.body().compose(body -> checked(call, answer, body)));
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
