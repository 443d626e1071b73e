package dev.colloquy.benchmarks;

import dev.colloquy.benchmarks.load.Call;
import dev.colloquy.benchmarks.load.Call.Scenario;
import dev.colloquy.benchmarks.plot.BarChart;
import dev.colloquy.benchmarks.rival.Directus;
import dev.colloquy.benchmarks.rival.Ground;
import dev.colloquy.benchmarks.rival.ParseServer;
import dev.colloquy.benchmarks.rival.Rival;
import dev.colloquy.benchmarks.rival.Spring;
import dev.colloquy.benchmarks.system.Server;
import io.vertx.core.buffer.Buffer;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Function;
import java.util.regex.Pattern;

/** The product beside what somebody would take instead. */
final class Rivals {

  private static final String PRODUCT = "Colloquy";
  private static final Pattern MESSAGE = Pattern.compile("\"content\":\"The engine");
  private static final AtomicLong KEYS = new AtomicLong();

  private static final List<Candidate> CANDIDATES =
      List.of(
          new Candidate("Parse Server", 2, ParseServer::on),
          new Candidate("Directus", 8, Directus::on),
          new Candidate("Spring WebFlux with R2DBC", 1.3, Spring::on));

  private final Setup setup;
  private final Turns lists;
  private final Turns appends;

  private Rivals(Setup setup) {
    this.setup = setup;
    this.lists = new Turns("list 50", setup);
    this.appends = new Turns("append", setup);
  }

  /**
   * Who might take part.
   *
   * @param goal how many times as fast the product has to be
   */
  private record Candidate(String name, double goal, Function<Ground, Rival> start) {

    String measure() {
      return "list · append: requests a second ÷ " + name;
    }
  }

  /** One who does, and always asks for the same pages. */
  private record Entrant(Candidate candidate, Rival rival, Scenario lists, Scenario appends) {}

  /** Measures and reports; who cannot be had here is said so, and the others measured. */
  static void report(Setup setup, Report report) {
    Rivals it = new Rivals(setup);
    List<Entrant> entrants = new ArrayList<>();
    try {
      for (Candidate candidate : CANDIDATES) {
        it.enter(candidate, report).ifPresent(entrants::add);
      }
      it.measure(entrants);
    } finally {
      entrants.forEach(entrant -> entrant.rival().close());
    }
    entrants.forEach(entrant -> report.add(it.row(entrant.candidate())));
    it.figures(report);
  }

  private Optional<Entrant> enter(Candidate candidate, Report report) {
    try {
      Rival rival = candidate.start().apply(ground());
      return Optional.of(new Entrant(candidate, rival, lists(rival), appends(rival)));
    } catch (RuntimeException e) {
      System.out.println(e);
      report.add(
          Row.missing(
              "P17",
              candidate.measure(),
              "≥ " + Row.plain(candidate.goal()),
              "it could not be installed or started here"));
      return Optional.empty();
    }
  }

  private Ground ground() {
    return new Ground(
        setup.home(),
        setup.folder(),
        setup.systems().database(),
        Options.DATABASE_CONNECTIONS,
        Systems.FLAGS,
        World.LISTED + World.APPENDED,
        World.MESSAGES,
        World.CONTENT);
  }

  private void measure(List<Entrant> entrants) {
    Sides.Side side = Sides.product(setup.world().writer());
    Server product = setup.systems().product();
    lists.warmUp(product, Sides.lists(side));
    appends.warmUp(product, Sides.appends(side));
    for (Entrant it : entrants) {
      lists.warmUp(it.rival().server(), it.lists());
      appends.warmUp(it.rival().server(), it.appends());
    }
    for (int round = 1; round <= setup.options().rounds(); round++) {
      setup.systems().settle();
      lists.take(PRODUCT, product, Sides.lists(side));
      for (Entrant it : entrants) {
        lists.take(it.candidate().name(), it.rival().server(), it.lists());
      }
      appends.take(PRODUCT, product, Sides.appends(side));
      setup.systems().settle();
      for (Entrant it : entrants) {
        appends.take(it.candidate().name(), it.rival().server(), it.appends());
      }
    }
    for (Entrant it : entrants) {
      if (it.rival().miscounted() > 0) {
        throw new IllegalStateException(
            it.candidate().name() + " does not hold what it has answered");
      }
    }
  }

  private static Scenario lists(Rival rival) {
    Random random = new Random(1);
    Map<Integer, Buffer> seen = new HashMap<>();
    return () -> {
      int conversation = World.anyListed(random);
      return new Call(
          rival.list(conversation),
          Buffer.buffer(),
          (status, body) -> {
            Buffer first = seen.putIfAbsent(conversation, body);
            boolean right =
                first == null
                    ? MESSAGE.matcher(body.toString()).results().count() == Sides.PAGE
                    : first.equals(body);
            return status == 200 && right ? Optional.empty() : Optional.of(status + " " + body);
          });
    };
  }

  private static Scenario appends(Rival rival) {
    Random random = new Random(2);
    return () -> {
      int conversation = World.anyAppended(random);
      String key = "bench-" + KEYS.incrementAndGet();
      return new Call(
          rival.append(conversation, key),
          rival.body(conversation, World.CONTENT + " #" + key, key),
          (status, body) ->
              status / 100 == 2 && body.toString().contains("\"seq\":")
                  ? Optional.empty()
                  : Optional.of(status + " " + body));
    };
  }

  private Row row(Candidate candidate) {
    Ratio list = lists.ratio(PRODUCT, candidate.name());
    Ratio append = appends.ratio(PRODUCT, candidate.name());
    return Row.of(
        "P17",
        candidate.measure(),
        "≥ " + Row.plain(candidate.goal()),
        list.shown(Row.RATIO) + " · " + append.shown(Row.RATIO),
        list.median() >= candidate.goal() && append.median() >= candidate.goal());
  }

  private void figures(Report report) {
    List<List<String>> lines = new ArrayList<>();
    lines.add(List.of("", "requests a second", "CPU a request, µs", "p99, ms"));
    lines.addAll(lists.lines());
    lines.addAll(appends.lines());
    report.add(new Report.Table("The figures behind P17", lines));
    report.add(
        "rivals",
        new BarChart(
            "Beside others",
            "requests a second",
            List.of(""),
            List.of(lists.plotted(), appends.plotted())));
  }
}
