package dev.colloquy.benchmarks.load;

import dev.colloquy.benchmarks.load.Call.Scenario;
import io.vertx.core.Vertx;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.HdrHistogram.Histogram;

/** As many requests under way as there are connections, each followed at once by the next. */
public final class ClosedLoop {

  private static final long TENTH = 100_000_000;

  private final Scenario scenario;
  private final Sender sender;
  private final long nanos;
  private final Histogram latencies = new Histogram(3);
  private final CompletableFuture<Run> ended = new CompletableFuture<>();
  private final long begun = System.nanoTime();
  private final int[] byTenths;
  private int underWay;

  private ClosedLoop(Scenario scenario, Sender sender, Duration length) {
    this.scenario = scenario;
    this.sender = sender;
    this.nanos = length.toNanos();
    this.byTenths = new int[(int) (length.toMillis() / 100)];
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
              var _ =
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
        List<Integer> tenths = Arrays.stream(byTenths).boxed().toList();
        ended.complete(
            new Run(
                latencies.getTotalCount(), now - begun, latencies, tenths, sender.turnedAway()));
      }
      return;
    }
    sender
        .send(scenario.next())
        .onSuccess(
            right -> {
              answered(now);
              next();
            })
        .onFailure(ended::completeExceptionally);
  }

  private void answered(long sent) {
    long now = System.nanoTime();
    latencies.recordValue((now - sent) / 1_000);
    int tenth = (int) ((now - begun) / TENTH);
    if (tenth < byTenths.length) {
      byTenths[tenth]++;
    }
  }
}
