package dev.colloquy.benchmarks;

import dev.colloquy.benchmarks.load.Call;
import dev.colloquy.benchmarks.load.Call.Scenario;
import dev.colloquy.benchmarks.load.ClosedLoop;
import dev.colloquy.benchmarks.load.OpenLoop;
import dev.colloquy.benchmarks.load.Run;
import dev.colloquy.benchmarks.system.Server;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.json.JsonObject;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;

/** Whether those who read feel it when very many log in, which is costly on purpose. */
final class Logins {

  /** More than are hashed at once, so that some always wait. */
  private static final int LOGGING_IN = 16;

  private static final double GOAL = 2;

  private final Setup setup;
  private final Server server;
  private final Scenario lists;
  private final Scenario logins;
  private final double rate;

  private Logins(Setup setup) {
    this.setup = setup;
    this.server = setup.systems().product();
    this.lists = Sides.lists(Sides.product(setup.world().writer()));
    setup.seeded().readers(setup.systems().database(), server.port());
    AtomicInteger next = new AtomicInteger();
    this.logins = () -> login(World.readersCredentials(next.incrementAndGet()));
    logIn(setup.options().warmUp().dividedBy(2));
    setup.load(server, lists, setup.options().warmUp().dividedBy(2));
    this.rate = setup.load(server, lists, setup.options().slice()).perSecond() / 2;
  }

  /** Measures and reports. */
  static void report(Setup setup, Report report) {
    Logins it = new Logins(setup);
    Duration length = setup.options().slice();
    List<Double> quiet = new ArrayList<>();
    List<Double> busy = new ArrayList<>();
    List<Double> loggedIn = new ArrayList<>();
    for (int round = 1; round <= setup.options().rounds(); round++) {
      quiet.add(it.p99(length));
      var crowd = CompletableFuture.supplyAsync(() -> it.logIn(length.plusSeconds(1)));
      Pause.millis(500);
      busy.add(it.p99(length));
      loggedIn.add(crowd.join().perSecond());
      System.out.printf(
          "round %d  p99 %.1f ms, while %.0f log in a second %.1f ms%n",
          round, quiet.getLast(), loggedIn.getLast(), busy.getLast());
    }
    report.add(
        Row.atMost(
            "P15",
            Row.text(
                "list at half load (%.0f/s): p99 while as many log in as can (%.0f/s) ÷ while nobody does",
                it.rate, Ratio.of(loggedIn).median()),
            GOAL,
            Ratio.of(busy, quiet)));
  }

  private static Call login(JsonObject credentials) {
    return new Call(
        Sides.request(HttpMethod.POST, "/api/v1/auth/login")
            .putHeader("Content-Type", "application/json"),
        credentials.toBuffer(),
        (status, body) -> status == 200 ? Optional.empty() : Optional.of(status + " " + body));
  }

  private double p99(Duration length) {
    return OpenLoop.run(
            setup.vertx(),
            server.port(),
            Options.CONNECTIONS,
            rate,
            length,
            System.nanoTime(),
            number -> lists.next())
        .percentile(99);
  }

  private Run logIn(Duration length) {
    return ClosedLoop.run(setup.vertx(), server.port(), LOGGING_IN, length, logins);
  }
}
