package dev.colloquy.benchmarks;

import dev.colloquy.benchmarks.load.Call;
import dev.colloquy.benchmarks.load.Call.Scenario;
import dev.colloquy.benchmarks.load.OpenLoop;
import dev.colloquy.benchmarks.load.Run;
import dev.colloquy.benchmarks.system.Server;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.RequestOptions;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * How soon a question is answered by its first word, where the model says it at once: all that
 * passes until then is the product's.
 */
final class FirstWords {

  private static final double GOAL = 10;

  /** Models answer in that many conversations; one asks in each after the other. */
  private static final int TALKS = 1_000;

  private static final int CONNECTIONS = 256;
  private static final Buffer QUESTION = Buffer.buffer("{\"input\":\"/words 20\"}");

  private final World.Person asking;
  private final AtomicInteger asked = new AtomicInteger();

  private FirstWords(World.Person asking) {
    this.asking = asking;
  }

  /** Measures and reports. */
  static void report(Setup setup, Report report) {
    FirstWords it = new FirstWords(setup.world().writer());
    Server server = setup.systems().product();
    Duration length = setup.options().delivery();
    setup.load(server, it.until("event: run.completed"), length);
    double most = setup.load(server, it.until("event: run.completed"), length).perSecond();
    Scenario questions = it.until("event: run.delta");
    Run run =
        OpenLoop.run(
            setup.vertx(),
            server.port(),
            CONNECTIONS,
            most / 2,
            length,
            System.nanoTime(),
            number -> questions.next());
    double median = run.percentile(50);
    report.add(
        Row.of(
            "–",
            Row.text(
                "question → first word of a model that says it at once, at half load"
                    + " (%.0f runs/s), p50 in ms",
                most / 2),
            Row.text("≤ %.0f", GOAL),
            Row.text("%.1f (p90 %.1f, p99 %.1f)", median, run.percentile(90), run.percentile(99)),
            median <= GOAL));
  }

  private Scenario until(String sign) {
    return () -> {
      String path =
          "/api/v1/conversations/" + World.talk(asked.getAndIncrement() % TALKS) + "/runs";
      RequestOptions request =
          Sides.authorized(asking, HttpMethod.POST, path)
              .putHeader("Content-Type", "application/json")
              .putHeader("Accept", "text/event-stream");
      return Call.until(sign, request, QUESTION);
    };
  }
}
