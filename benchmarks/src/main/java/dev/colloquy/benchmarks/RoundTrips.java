package dev.colloquy.benchmarks;

import dev.colloquy.benchmarks.load.Call;
import dev.colloquy.benchmarks.load.Call.Scenario;
import dev.colloquy.benchmarks.load.ClosedLoop;
import dev.colloquy.benchmarks.load.Subscriber;
import dev.colloquy.benchmarks.system.Database;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.RequestOptions;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** How often a request goes to the database, as the database counts it. */
final class RoundTrips {

  /** What a node does on its own: the feed is ordered and read for all requests together. */
  private static final Pattern OF_THE_NODE =
      Pattern.compile(
          "pg_stat_statements|^notify |from outbox|outbox_id_seq|^listen |^set |revocation"
              + "|feed where position > |feed_head where id|^update feed_head|pg_reload_conf"
              + "|from feed where feed.position >|^with due as|from signing_key");

  private static final Duration LENGTH = Duration.ofMillis(700);

  /** So many that what a node begins and commits by the clock does not show. */
  private static final int REQUESTS = 200;

  private final Vertx vertx;
  private final Systems systems;
  private final World world;

  RoundTrips(Vertx vertx, Systems systems, World world) {
    this.vertx = vertx;
    this.systems = systems;
    this.world = world;
  }

  /**
   * What was counted for a kind of request.
   *
   * @param each statements for each request
   * @param goal how many it may have
   */
  record Count(String title, double each, int goal) {

    /** The rest is what a node does by the clock. */
    boolean reached() {
      return each < goal + 0.5;
    }
  }

  /** Counts and reports. */
  static void report(Setup setup, Report report) {
    List<Count> counts = new RoundTrips(setup.vertx(), setup.systems(), setup.world()).count();
    report.add(
        Row.of(
            "P6",
            "database round trips: " + joined(counts, Count::title),
            joined(counts, it -> String.valueOf(it.goal())),
            joined(counts, it -> Row.text(Row.RATIO, it.each())),
            counts.stream().allMatch(Count::reached)));
  }

  private static String joined(List<Count> all, Function<Count, String> part) {
    return all.stream().map(part).collect(Collectors.joining(" · "));
  }

  private List<Count> count() {
    Database database = systems.database();
    database.update("alter system set pg_stat_statements.track = 'top'", "select pg_reload_conf()");
    try {
      Sides.Side side = Sides.product(world.writer());
      UUID conversation = World.conversation(World.FIRST_APPENDED);
      Call posted = Sides.append(side, conversation, "#again", "again");
      List<Count> counts = new ArrayList<>();
      counts.add(count("list", 1, Sides.lists(side)));
      counts.add(count("append", 1, Sides.appends(side)));
      // the first of them is an append
      counts.add(count("append, replayed", 2, () -> posted));
      counts.add(count("event page", 1, () -> eventPage(conversation)));
      counts.add(streams(conversation));
      return counts;
    } finally {
      database.update(
          "alter system set pg_stat_statements.track = 'none'", "select pg_reload_conf()");
    }
  }

  private Count count(String title, int goal, Scenario scenario) {
    // connections learn of the new setting when they are next used
    run(scenario);
    reset();
    long requests = 0;
    while (requests < REQUESTS) {
      requests += run(scenario);
    }
    return new Count(title, statements() / requests, goal);
  }

  private Count streams(UUID conversation) {
    long head = systems.database().number("select last_position from feed_head");
    RequestOptions request =
        Sides.authorized(
                world.writer(), HttpMethod.GET, "/api/v1/conversations/" + conversation + "/events")
            .putHeader("Accept", "text/event-stream")
            .putHeader("Last-Event-ID", String.valueOf(head));
    int port = systems.product().port();
    reset();
    for (int i = 0; i < REQUESTS; i++) {
      Subscriber.open(vertx, port, request, frame -> {}).close();
    }
    return new Count("SSE resume", statements() / REQUESTS, 1);
  }

  private Call eventPage(UUID conversation) {
    return new Call(
        Sides.authorized(
            world.writer(),
            HttpMethod.GET,
            "/api/v1/conversations/" + conversation + "/events?limit=50"),
        Buffer.buffer(),
        (status, body) -> status == 200 ? Optional.empty() : Optional.of(status + " " + body));
  }

  private long run(Scenario scenario) {
    return ClosedLoop.run(vertx, systems.product().port(), 1, LENGTH, scenario).requests();
  }

  private void reset() {
    systems.settle();
    systems.database().update("select pg_stat_statements_reset()");
  }

  private double statements() {
    double calls = 0;
    for (List<String> row :
        systems
            .database()
            .query("select calls, query from pg_stat_statements where toplevel order by 1 desc")) {
      String text = row.getLast().replaceAll("\\s+", " ").toLowerCase(Locale.ROOT);
      boolean counts = !OF_THE_NODE.matcher(text).find();
      if (counts) {
        calls += Double.parseDouble(row.getFirst());
      }
      if (Boolean.getBoolean("bench.statements")) {
        System.out.printf(
            "  %s %6s %s%n",
            counts ? "+" : "-", row.getFirst(), text.substring(0, Math.min(160, text.length())));
      }
    }
    return calls;
  }
}
