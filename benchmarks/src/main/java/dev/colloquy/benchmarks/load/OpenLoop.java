package dev.colloquy.benchmarks.load;

import io.vertx.core.Vertx;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.function.LongFunction;
import org.HdrHistogram.Histogram;

/**
 * Requests at a steady rate, whatever becomes of the earlier ones. Each is timed from when it was
 * due, so that a server that stalls is not spared those it kept from being sent.
 */
public final class OpenLoop {

  private final Vertx vertx;
  private final Sender sender;
  private final LongFunction<Call> calls;
  private final double nanosApart;
  private final long total;
  private final Histogram latencies = new Histogram(3);
  private final CompletableFuture<Run> ended = new CompletableFuture<>();
  private final long begun;
  private long sent;
  private long answered;

  private OpenLoop(
      Vertx vertx,
      Sender sender,
      double rate,
      Duration length,
      long begun,
      LongFunction<Call> calls) {
    this.vertx = vertx;
    this.sender = sender;
    this.calls = calls;
    this.nanosApart = 1e9 / rate;
    this.total = (long) (length.toNanos() / nanosApart);
    this.begun = begun;
  }

  /**
   * Returns when the last answer has come; throws where one was wrong.
   *
   * @param begun by {@link System#nanoTime}, when the first is due
   * @param calls made from the number of each, the first being 0
   */
  public static Run run(
      Vertx vertx,
      int port,
      int connections,
      double rate,
      Duration length,
      long begun,
      LongFunction<Call> calls) {
    CompletableFuture<Run> result = new CompletableFuture<>();
    vertx
        .getOrCreateContext()
        .runOnContext(
            here -> {
              Sender sender = new Sender(vertx, port, connections);
              OpenLoop loop = new OpenLoop(vertx, sender, rate, length, begun, calls);
              loop.tick();
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

  /** When the request with this number is due, after the beginning. */
  public static long due(long number, double rate) {
    return (long) (number * (1e9 / rate));
  }

  private void tick() {
    if (ended.isDone()) {
      return;
    }
    long passed = System.nanoTime() - begun;
    while (sent < total && sent * nanosApart <= passed) {
      send(sent++);
    }
    if (sent < total) {
      vertx.setTimer(1, timer -> tick());
    }
  }

  private void send(long number) {
    long due = begun + (long) (number * nanosApart);
    sender
        .send(calls.apply(number))
        .onSuccess(right -> answered(System.nanoTime() - due))
        .onFailure(ended::completeExceptionally);
  }

  private void answered(long nanos) {
    latencies.recordValue(Math.max(0, nanos) / 1_000);
    answered++;
    if (answered == total) {
      ended.complete(
          new Run(answered, System.nanoTime() - begun, latencies, List.of(), sender.turnedAway()));
    }
  }
}
