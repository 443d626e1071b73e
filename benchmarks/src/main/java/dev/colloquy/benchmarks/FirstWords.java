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
import java.util.ArrayList;
import java.util.List;
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
    List<Run> rounds = new ArrayList<>();
    for (int round = 1; round <= setup.options().rounds(); round++) {
      setup.systems().settle();
      rounds.add(
          OpenLoop.run(
              setup.vertx(),
              server.port(),
              CONNECTIONS,
              most / 2,
              setup.options().slice(),
              System.nanoTime(),
              number -> questions.next()));
      System.out.printf(
          "round %d  first word: p50 %.1f ms%n", round, rounds.getLast().percentile(50));
    }
    Ratio median = percentile(rounds, 50);
    report.add(
        Row.of(
            "–",
            Row.text(
                "question → first word of a model that says it at once, at half load"
                    + " (%.0f runs/s), p50 in ms",
                most / 2),
            Row.text("≤ %.0f", GOAL),
            Row.text(
                "%s; p90 %s; p99 %s",
                median.shown("%.1f"),
                percentile(rounds, 90).shown("%.1f"),
                percentile(rounds, 99).shown("%.1f")),
            median.median() <= GOAL));
  }

  private static Ratio percentile(List<Run> rounds, double percent) {
    return Ratio.of(rounds.stream().map(it -> it.percentile(percent)).toList());
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
