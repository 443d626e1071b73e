package dev.colloquy.benchmarks;

import dev.colloquy.benchmarks.load.Call;
import dev.colloquy.benchmarks.load.Call.Scenario;
import dev.colloquy.benchmarks.load.Run;
import dev.colloquy.benchmarks.plot.BarChart;
import dev.colloquy.benchmarks.rival.Directus;
import dev.colloquy.benchmarks.rival.Ground;
import dev.colloquy.benchmarks.rival.ParseServer;
import dev.colloquy.benchmarks.rival.Rival;
import dev.colloquy.benchmarks.rival.Spring;
import dev.colloquy.benchmarks.system.Cpu;
import dev.colloquy.benchmarks.system.Server;
import io.vertx.core.buffer.Buffer;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Function;
import java.util.regex.Pattern;

/** The product beside what somebody would take instead. */
final class Rivals {

  private static final Pattern MESSAGE = Pattern.compile("\"content\":\"The engine");
  private static final String PRODUCT = "Colloquy";

  private final Setup setup;
  private final AtomicLong keys = new AtomicLong();
  private final Map<String, List<Figure>> lists = new LinkedHashMap<>();
  private final Map<String, List<Figure>> appends = new LinkedHashMap<>();

  private Rivals(Setup setup) {
    this.setup = setup;
  }

  private record Figure(double perSecond, double cpu, double p99) {}

  /** Measures and reports; who cannot be had here is said so, and the others measured. */
  static void report(Setup setup, Report report) {
    Rivals it = new Rivals(setup);
    Ground ground =
        new Ground(
            setup.home(),
            setup.folder(),
            setup.systems().database(),
            Options.DATABASE_CONNECTIONS,
            Systems.FLAGS,
            World.LISTED + World.APPENDED,
            World.MESSAGES,
            World.CONTENT);
    Map<String, Double> goals = new LinkedHashMap<>();
    List<Rival> present = new ArrayList<>();
    Map<String, Function<Ground, Rival>> all = new LinkedHashMap<>();
    all.put("Parse Server", ParseServer::on);
    all.put("Directus", Directus::on);
    all.put("Spring WebFlux with R2DBC", Spring::on);
    goals.put("Parse Server", 2.0);
    goals.put("Directus", 8.0);
    goals.put("Spring WebFlux with R2DBC", 1.3);
    all.forEach(
        (name, start) -> {
          try {
            present.add(start.apply(ground));
          } catch (RuntimeException e) {
            System.out.println(e);
            report.add(
                Row.missing(
                    "P17", title(name), "≥ " + goals.get(name), "it could not be started here"));
          }
        });
    try {
      it.measure(present);
    } finally {
      present.forEach(Rival::close);
    }
    present.forEach(rival -> report.add(it.row(rival.name(), goals.get(rival.name()))));
    report.add(it.table());
    report.add("rivals", it.plot());
  }

  private void measure(List<Rival> rivals) {
    Sides.Side side = Sides.product(setup.world().writer());
    Server product = setup.systems().product();
    Map<Rival, Scenario> readers = new HashMap<>();
    rivals.forEach(rival -> readers.put(rival, lists(rival)));
    for (int round = 0; round <= setup.options().rounds(); round++) {
      boolean warmUp = round == 0;
      take(warmUp, lists, PRODUCT, product, Sides.lists(side));
      for (Rival rival : rivals) {
        take(warmUp, lists, rival.name(), rival.server(), readers.get(rival));
      }
      setup.systems().settle();
      take(warmUp, appends, PRODUCT, product, Sides.appends(side));
      setup.systems().settle();
      for (Rival rival : rivals) {
        take(warmUp, appends, rival.name(), rival.server(), appends(rival));
      }
    }
    for (Rival rival : rivals) {
      if (rival.miscounted() > 0) {
        throw new IllegalStateException(rival.name() + " does not hold what it has answered");
      }
    }
  }

  private void take(
      boolean warmUp,
      Map<String, List<Figure>> figures,
      String name,
      Server server,
      Scenario scenario) {
    Options options = setup.options();
    long before = Cpu.micros(server.pid());
    Run run =
        setup.load(server, scenario, warmUp ? options.warmUp().dividedBy(2) : options.slice());
    if (!warmUp) {
      double cpu = (double) (Cpu.micros(server.pid()) - before) / run.requests();
      figures
          .computeIfAbsent(name, first -> new ArrayList<>())
          .add(new Figure(run.perSecond(), cpu, run.percentile(99)));
      System.out.printf(
          "%-7s %-28s %8.0f/s  %8.1f µs CPU  p99 %.1f ms%n",
          figures == lists ? "list" : "append", name, run.perSecond(), cpu, run.percentile(99));
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

  private Scenario appends(Rival rival) {
    Random random = new Random(2);
    return () -> {
      int conversation = World.anyAppended(random);
      String key = "bench-" + keys.incrementAndGet();
      return new Call(
          rival.append(conversation, key),
          rival.body(conversation, World.CONTENT + " #" + key, key),
          (status, body) ->
              status / 100 == 2 && body.toString().contains("\"seq\":")
                  ? Optional.empty()
                  : Optional.of(status + " " + body));
    };
  }

  private Row row(String name, double goal) {
    Ratio list = ratio(lists, name);
    Ratio append = ratio(appends, name);
    return Row.of(
        "P17",
        title(name),
        "≥ " + (goal == Math.rint(goal) ? String.valueOf((long) goal) : String.valueOf(goal)),
        list.shown(Row.RATIO) + " · " + append.shown(Row.RATIO),
        list.median() >= goal && append.median() >= goal);
  }

  private static Ratio ratio(Map<String, List<Figure>> figures, String name) {
    return Ratio.of(
        figures.get(PRODUCT).stream().map(Figure::perSecond).toList(),
        figures.get(name).stream().map(Figure::perSecond).toList());
  }

  private static String title(String name) {
    return "list · append: requests a second ÷ " + name;
  }

  private Report.Table table() {
    List<List<String>> lines = new ArrayList<>();
    lines.add(List.of("", "requests a second", "CPU a request, µs", "p99, ms"));
    lists.forEach((name, figures) -> lines.add(line(name + ", list 50", figures)));
    appends.forEach((name, figures) -> lines.add(line(name + ", append", figures)));
    return new Report.Table("The figures behind P17", lines);
  }

  private BarChart plot() {
    return new BarChart(
        "Beside others",
        "requests a second",
        List.of("requests a second"),
        List.of(group("list 50 messages", lists), group("append one", appends)));
  }

  private static BarChart.Group group(String title, Map<String, List<Figure>> all) {
    List<BarChart.Bar> bars = new ArrayList<>();
    all.forEach(
        (name, figures) ->
            bars.add(
                new BarChart.Bar(
                    name,
                    List.of(
                        Ratio.of(figures.stream().map(Figure::perSecond).toList()).plotted()))));
    return new BarChart.Group(title, bars);
  }

  private static List<String> line(String title, List<Figure> figures) {
    return List.of(
        title,
        Ratio.of(figures.stream().map(Figure::perSecond).toList()).shown("%.0f"),
        Ratio.of(figures.stream().map(Figure::cpu).toList()).shown("%.0f"),
        Ratio.of(figures.stream().map(Figure::p99).toList()).shown("%.1f"));
  }
}
