package dev.colloquy.benchmarks.load;

import dev.colloquy.benchmarks.load.Call.Scenario;
import io.vertx.core.Vertx;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import org.HdrHistogram.Histogram;

/** As many requests under way as there are connections, each followed at once by the next. */
public final class ClosedLoop {

  private final Scenario scenario;
  private final Sender sender;
  private final long nanos;
  private final Histogram latencies = new Histogram(3);
  private final CompletableFuture<Run> ended = new CompletableFuture<>();
  private final long begun = System.nanoTime();
  private int underWay;

  private ClosedLoop(Scenario scenario, Sender sender, Duration length) {
    this.scenario = scenario;
    this.sender = sender;
    this.nanos = length.toNanos();
  }

  /** Returns when the last answer has come; throws where one was wrong. */
  public static Run run(
      Vertx vertx, int port, int connections, Duration length, Scenario scenario) {
    CompletableFuture<Run> result = new CompletableFuture<>();
    // everything on one event loop, so that nothing of it needs a lock
    vertx
        .getOrCreateContext()
        .runOnContext(
            here -> {
              Sender sender = new Sender(vertx, port, connections);
              ClosedLoop loop = new ClosedLoop(scenario, sender, length);
              loop.underWay = connections;
              for (int i = 0; i < connections; i++) {
                loop.next();
              }
              loop.ended.whenComplete(
                  (run, failure) ->
                      sender
                          .close()
                          .onComplete(
                              closed -> {
                                if (failure == null) {
                                  result.complete(run);
                                } else {
                                  result.completeExceptionally(failure);
                                }
                              }));
            });
    return result.join();
  }

  /** One request; throws where its answer is wrong. */
  public static void once(Vertx vertx, int port, Call call) {
    Sender sender = new Sender(vertx, port, 1);
    sender.send(call).eventually(sender::close).toCompletionStage().toCompletableFuture().join();
  }

  private void next() {
    long now = System.nanoTime();
    if (now - begun >= nanos || ended.isDone()) {
      underWay--;
      if (underWay == 0) {
        ended.complete(new Run(latencies.getTotalCount(), now - begun, latencies));
      }
      return;
    }
    sender
        .send(scenario.next())
        .onSuccess(
            right -> {
              latencies.recordValue((System.nanoTime() - now) / 1_000);
              next();
            })
        .onFailure(ended::completeExceptionally);
  }
}
