package dev.colloquy.benchmarks;

import dev.colloquy.benchmarks.RoundTrips.Count;
import dev.colloquy.benchmarks.Throughput.Figure;
import dev.colloquy.benchmarks.Throughput.Lane;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.HdrHistogram.Histogram;

/** The page that shows what was measured, and owns up to what was not. */
final class Report {

  private static final String RATIO = "%.2f";

  private final Options options;
  private final String header;
  private final List<Row> rows = new ArrayList<>();
  private final List<String> figures = new ArrayList<>();

  Report(Options options, Path home, String ceiling) {
    this.options = options;
    this.header =
        """
        # Benchmarks

        Written by `./colloquy bench%s`; every figure is from that one run.

        | | |
        |---|---|
        | date | %s |
        | commit | %s |
        | machine | %s |
        | load before the run | %s |
        | ceiling | %s |
        """
            .formatted(
                options.quick() ? " --quick" : "",
                LocalDate.now(ZoneOffset.UTC),
                Machine.commit(home),
                Machine.described(),
                Machine.load(),
                ceiling);
  }

  void throughput(Throughput it) {
    List<Double> listCpu = it.of(Lane.PRODUCT_LIST, Figure::cpu);
    List<Double> list = it.of(Lane.PRODUCT_LIST, Figure::perSecond);
    List<Double> appendCpu = it.of(Lane.PRODUCT_APPEND, Figure::cpu);
    List<Double> append = it.of(Lane.PRODUCT_APPEND, Figure::perSecond);
    List<Double> ceiling = it.of(Lane.CEILING_APPEND, Figure::perSecond);
    rows.add(
        Row.atMost(
            "P1",
            "list 50 messages: CPU a request ÷ the reference's",
            2.0,
            Ratio.of(listCpu, it.of(Lane.REFERENCE_LIST, Figure::cpu)),
            RATIO));
    rows.add(
        Row.atLeast(
            "P2",
            "list 50 messages: requests a second ÷ the database's alone",
            0.30,
            Ratio.of(list, it.of(Lane.CEILING_LIST, Figure::perSecond)),
            RATIO));
    rows.add(
        Row.atLeast(
            "P3",
            "append: requests a second ÷ the database's alone",
            0.45,
            Ratio.of(append, ceiling),
            RATIO));
    rows.add(
        Row.atMost(
            "P4",
            "append: CPU a request ÷ the reference's",
            2.5,
            Ratio.of(appendCpu, it.of(Lane.REFERENCE_APPEND, Figure::cpu)),
            RATIO));
    rows.add(
        Row.atLeast(
            "P5",
            "append with its event, while the feed is ordered ÷ without (the database alone)",
            0.90,
            Ratio.of(ceiling, it.of(Lane.CEILING_APPEND_SILENT, Figure::perSecond)),
            RATIO));
    for (Lane lane : Lane.values()) {
      figures.add(
          "| %s | %s | %s | %s |"
              .formatted(
                  lane.title,
                  Ratio.of(it.of(lane, Figure::perSecond)).shown("%.0f"),
                  shownIfAny(it.of(lane, Figure::cpu), "%.0f"),
                  shownIfAny(it.of(lane, Figure::p99), "%.1f")));
    }
  }

  void roundTrips(List<Count> counts) {
    rows.add(
        new Row(
            "P6",
            "database round trips: " + joined(counts, Count::title),
            joined(counts, it -> String.valueOf(it.goal())),
            joined(counts, it -> String.format(Locale.ROOT, RATIO, it.each())),
            counts.stream().allMatch(Count::reached) ? Row.REACHED : Row.SHORT));
  }

  void delivery(String nodes, double rate, double goal, Delivery.Latencies it) {
    double p99 = millis(it.delivered(), 99);
    rows.add(
        new Row(
            "P10",
            "post → another person's stream, %s, at half load (%.0f/s), p99 in ms"
                .formatted(nodes, rate),
            "≤ %.0f".formatted(goal),
            String.format(
                Locale.ROOT,
                "%.1f (p50 %.1f, max %.1f; the answer to the post: p50 %.1f, p99 %.1f)",
                p99,
                millis(it.delivered(), 50),
                millis(it.delivered(), 100),
                millis(it.posted(), 50),
                millis(it.posted(), 99)),
            p99 <= goal ? Row.REACHED : Row.SHORT));
  }

  void depth(Ratio pages, Ratio appends) {
    rows.add(
        Row.atMost(
            "P14",
            "page %,d messages back ÷ newest page, time".formatted(options.depth()),
            1.2,
            pages,
            RATIO));
    rows.add(
        Row.atMost(
            "P14",
            "append to a conversation of %,d messages ÷ of 100, time"
                .formatted(options.deepMessages()),
            1.1,
            appends,
            RATIO));
  }

  void answering(double perCpuSecond) {
    rows.add(
        new Row(
            "P9",
            "words of 100 runs, at 50 a second, delivered to 3 readers each: a CPU second",
            "≥ 250,000",
            String.format(Locale.ROOT, "%,.0f", perCpuSecond),
            perCpuSecond >= 250_000 ? Row.REACHED : Row.SHORT));
  }

  void crowd(Answering.Crowd it) {
    rows.add(
        new Row(
            "–",
            "%,d runs at once, each of %d s: memory before → at the most"
                .formatted(Answering.CROWD, it.ideal()),
            "bounded",
            String.format(
                Locale.ROOT,
                "%,d → %,d MiB; all ended after %.1f s, for %.1f s of CPU",
                it.before(),
                it.peak(),
                it.took(),
                it.cpuSeconds()),
            ""));
  }

  String summary() {
    return rows.stream()
        .map(
            it ->
                "%-4s %s: %s (goal %s) %s"
                    .formatted(it.id(), it.measure(), it.measured(), it.goal(), it.verdict()))
        .collect(Collectors.joining("\n"));
  }

  String text() {
    List<Row> all = new ArrayList<>(rows);
    all.addAll(NotYet.ROWS);
    return header
        + """

        A ratio is the median of the ratios of %d rounds, with the smallest and the largest in brackets. What is divided was
        measured one after the other within the round, so that a slow moment of the machine does not fall on one side alone.

        | | measure | goal | measured | |
        |---|---|---|---|---|
        """
            .formatted(options.rounds())
        + all.stream()
            .map(
                it ->
                    "| %s | %s | %s | %s | %s |\n"
                        .formatted(it.id(), it.measure(), it.goal(), it.measured(), it.verdict()))
            .collect(Collectors.joining())
        + """

        ## The figures behind the ratios

        | | requests a second | CPU a request, µs | p99, ms |
        |---|---|---|---|
        """
        + String.join("\n", figures)
        + "\n"
        + method();
  }

  private String method() {
    return """

      ## How it is measured

      * Load, servers and database share the machine. Each system works alone for %d s at a time, after %d s of warm-up for
        each server; before each turn the feed has caught up. The embedded PostgreSQL runs as durable as ever
        (`fsync` and `synchronous_commit` on).
      * **Colloquy** is what `./colloquy start` runs, on an external database: authentication, access, idempotency keys and
        events included, and the sequencing of the feed in its CPU. **The reference** is a bare Vert.x server before the same
        PostgreSQL client, running Colloquy's own statements with no authentication, no checks and no framework. **The
        database alone** is pgbench running them prepared.
      * %d HTTP connections, kept, each with one request at a time (closed loop); %d connections to the database for each.
        Lists go to %d conversations of %d messages of some 200 characters, appends to %d others, each with an
        `Idempotency-Key` of its own, all by chance with the same seed.
      * Every answer is checked: a page must be the same messages each time, an append must bring back what was sent. One
        wrong answer ends the run. At its end every conversation must hold as many messages as it counts.
      * CPU is user and system time of the server's process from `/proc/<pid>/stat`. Round trips are counted by
        `pg_stat_statements`, which is off during everything else, without what a node does on its own (ordering, tailing and
        waking).
      * Delivery is an open loop: posts are due at fixed times, and a delivery is timed from when its post was due. 64
        streams of another person; each message has to arrive once.
      """
        .formatted(
            options.slice().toSeconds(),
            options.warmUp().toSeconds(),
            Options.CONNECTIONS,
            Options.DATABASE_CONNECTIONS,
            World.LISTED,
            World.MESSAGES,
            World.APPENDED);
  }

  private static <T> String joined(List<T> all, Function<T, String> part) {
    return all.stream().map(part).collect(Collectors.joining(" · "));
  }

  private static String shownIfAny(List<Double> figures, String format) {
    return figures.stream().allMatch(it -> it == 0) ? "–" : Ratio.of(figures).shown(format);
  }

  private static double millis(Histogram histogram, double percent) {
    return histogram.getValueAtPercentile(percent) / 1e3;
  }
}
