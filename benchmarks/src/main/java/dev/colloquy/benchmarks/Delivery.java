package dev.colloquy.benchmarks;

import dev.colloquy.benchmarks.ceiling.Workload;
import dev.colloquy.benchmarks.load.OpenLoop;
import dev.colloquy.benchmarks.load.Subscriber;
import dev.colloquy.benchmarks.system.Server;
import dev.colloquy.conversation.adapter.persistence.HotStatements;
import io.vertx.core.http.HttpMethod;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLongArray;
import java.util.function.Function;
import org.HdrHistogram.ConcurrentHistogram;
import org.HdrHistogram.Histogram;

/** From when a message was due to be posted until another person's stream has brought it. */
final class Delivery {

  private static final int SUBSCRIBERS = 64;
  private static final int POSTING_CONNECTIONS = 128;

  private final Setup setup;
  private final World world;
  private final double rate;

  /** Posts at this rate, a second. */
  private Delivery(Setup setup, double rate) {
    this.setup = setup;
    this.world = setup.world();
    this.rate = rate;
  }

  /**
   * Latencies in microseconds.
   *
   * @param posted until the answer to the post
   * @param delivered until the stream's frame
   * @param turnedAway how often a post was refused for a while and sent again
   */
  private record Latencies(Histogram posted, Histogram delivered, long turnedAway) {}

  /** Measures within a node and across two. */
  static void report(Setup setup, Report report) {
    Delivery delivery = new Delivery(setup, Throughput.halfLoad(setup));
    Server first = setup.systems().product();
    report.add(delivery.row("same node", 20, first, first));
    try (Server second = setup.systems().node("node-2")) {
      report.add(delivery.row("two nodes", 50, first, second));
    }
  }

  /** In the same rounds, the database alone: a slow disk slows both. */
  private Row row(String nodes, double goal, Server posting, Server streaming) {
    measure(posting, streaming, setup.options().delivery());
    List<Latencies> rounds = new ArrayList<>();
    List<Double> alone = new ArrayList<>();
    for (int round = 1; round <= setup.options().rounds(); round++) {
      setup.systems().settle();
      alone.add(alone());
      setup.systems().settle();
      rounds.add(measure(posting, streaming, setup.options().slice()));
      System.out.printf(
          "round %d  %s: p99 %.1f ms, the database alone %.1f ms%n",
          round, nodes, millis(rounds.getLast().delivered(), 99), alone.getLast());
    }
    Ratio p99 = of(rounds, Latencies::delivered, 99);
    return Row.of(
        "P10",
        Row.text(
            "post → another person's stream, %s, at half load (%.0f/s), p99 in ms", nodes, rate),
        Row.text("≤ %.0f", goal),
        Row.text(
            "%s; p50 %s; the answer to the post: p99 %s; the database alone: p99 %s%s",
            p99.shown("%.1f"),
            of(rounds, Latencies::delivered, 50).shown("%.1f"),
            of(rounds, Latencies::posted, 99).shown("%.1f"),
            Ratio.of(alone).shown("%.1f"),
            turnedAway(rounds)),
        p99.median() <= goal);
  }

  private static Ratio of(
      List<Latencies> rounds, Function<Latencies, Histogram> which, double percent) {
    return Ratio.of(rounds.stream().map(it -> millis(which.apply(it), percent)).toList());
  }

  private static String turnedAway(List<Latencies> rounds) {
    long posts = rounds.stream().mapToLong(Latencies::turnedAway).sum();
    return posts == 0 ? "" : Row.text("; sent again after a 503: %d", posts);
  }

  /** Milliseconds that the statement of a post takes without any server, at the same rate. */
  private double alone() {
    Workload posts = world.workload(Workload.Kind.APPEND, HotStatements.append());
    return millis(setup.ceiling().latencies(posts, rate, setup.options().slice()), 99);
  }

  private static double millis(Histogram histogram, double percent) {
    return histogram.getValueAtPercentile(percent) / 1e3;
  }

  /** Throws where a message was delivered twice or not at all. */
  private Latencies measure(Server posting, Server streaming, Duration length) {
    int total = (int) (length.toNanos() / (1e9 / rate));
    AtomicLongArray arrivals = new AtomicLongArray(total);
    CountDownLatch missing = new CountDownLatch(total);
    Histogram delivered = new ConcurrentHistogram(3);
    List<Subscriber> subscribers = new ArrayList<>();
    String mark = "#" + System.nanoTime() + "-";
    long begun = System.nanoTime() + 500_000_000L + SUBSCRIBERS * 5_000_000L;
    for (int i = 0; i < SUBSCRIBERS; i++) {
      String path = "/api/v1/conversations/" + conversation(i) + "/events";
      subscribers.add(
          Subscriber.open(
              setup.vertx(),
              streaming.port(),
              Sides.authorized(world.listener(), HttpMethod.GET, path)
                  .putHeader("Accept", "text/event-stream"),
              frame -> {
                int number = number(frame, mark);
                if (number >= 0 && arrivals.incrementAndGet(number) == 1) {
                  long due = begun + OpenLoop.due(number, rate);
                  delivered.recordValue(Math.max(0, System.nanoTime() - due) / 1_000);
                  missing.countDown();
                }
              }));
    }
    Sides.Side side = Sides.product(world.writer());
    var posted =
        OpenLoop.run(
            setup.vertx(),
            posting.port(),
            POSTING_CONNECTIONS,
            rate,
            length,
            begun,
            number ->
                Sides.append(
                    side,
                    conversation((int) (number % SUBSCRIBERS)),
                    mark + number,
                    mark + number));
    await(missing);
    subscribers.forEach(Subscriber::close);
    for (int i = 0; i < total; i++) {
      if (arrivals.get(i) != 1) {
        throw new IllegalStateException(
            "Message %d was delivered %d times".formatted(i, arrivals.get(i)));
      }
    }
    return new Latencies(posted.latencies(), delivered, posted.turnedAway());
  }

  private static UUID conversation(int subscriber) {
    return World.conversation(World.FIRST_APPENDED + subscriber);
  }

  private static int number(String frame, String mark) {
    int at = frame.indexOf(mark);
    if (at < 0) {
      return -1;
    }
    int from = at + mark.length();
    int to = from;
    while (Character.isDigit(frame.charAt(to))) {
      to++;
    }
    return Integer.parseInt(frame.substring(from, to));
  }

  private static void await(CountDownLatch missing) {
    try {
      if (!missing.await(10, TimeUnit.SECONDS)) {
        throw new IllegalStateException(missing.getCount() + " messages were not delivered");
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }
}
