package dev.colloquy.benchmarks;

import dev.colloquy.benchmarks.ceiling.PgBench;
import dev.colloquy.benchmarks.ceiling.Workload;
import dev.colloquy.benchmarks.load.OpenLoop;
import dev.colloquy.benchmarks.load.Subscriber;
import dev.colloquy.benchmarks.system.Server;
import dev.colloquy.conversation.adapter.persistence.HotStatements;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpMethod;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLongArray;
import org.HdrHistogram.ConcurrentHistogram;
import org.HdrHistogram.Histogram;

/** From when a message was due to be posted until another person's stream has brought it. */
final class Delivery {

  private static final int SUBSCRIBERS = 64;
  private static final int POSTING_CONNECTIONS = 128;

  private final Vertx vertx;
  private final World world;
  private final double rate;
  private final Duration length;

  /** Posts at this rate, a second. */
  Delivery(Vertx vertx, World world, double rate, Duration length) {
    this.vertx = vertx;
    this.world = world;
    this.rate = rate;
    this.length = length;
  }

  /**
   * Latencies in microseconds.
   *
   * @param posted until the answer to the post
   * @param delivered until the stream's frame
   */
  record Latencies(Histogram posted, Histogram delivered) {}

  /** Measures within a node and across two. */
  static void report(Setup setup, Report report) {
    double rate = Throughput.halfLoad(setup);
    Systems systems = setup.systems();
    Delivery delivery =
        new Delivery(setup.vertx(), setup.world(), rate, setup.options().delivery());
    delivery.measure(systems.product(), systems.product());
    systems.settle();
    double alone = delivery.alone(setup);
    report.add(
        delivery.row(
            "same node", 20, alone, delivery.measure(systems.product(), systems.product())));
    try (Server second = systems.node("node-2")) {
      delivery.measure(systems.product(), second);
      systems.settle();
      report.add(delivery.row("two nodes", 50, alone, delivery.measure(systems.product(), second)));
    }
  }

  /** Milliseconds that the statement of a post takes without any server, at the same rate. */
  private double alone(Setup setup) {
    PgBench ceiling = setup.ceiling();
    Workload posts = world.workload(Workload.Kind.APPEND, HotStatements.append());
    return millis(ceiling.latencies(posts, rate, length), 99);
  }

  private Row row(String nodes, double goal, double alone, Latencies it) {
    double p99 = millis(it.delivered(), 99);
    return Row.of(
        "P10",
        Row.text(
            "post → another person's stream, %s, at half load (%.0f/s), p99 in ms", nodes, rate),
        Row.text("≤ %.0f", goal),
        Row.text(
            "%.1f (p50 %.1f, max %.1f; the answer to the post: p50 %.1f, p99 %.1f; the database alone: p99 %.1f)",
            p99,
            millis(it.delivered(), 50),
            millis(it.delivered(), 100),
            millis(it.posted(), 50),
            millis(it.posted(), 99),
            alone),
        p99 <= goal);
  }

  private static double millis(Histogram histogram, double percent) {
    return histogram.getValueAtPercentile(percent) / 1e3;
  }

  /** Throws where a message was delivered twice or not at all. */
  private Latencies measure(Server posting, Server streaming) {
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
              vertx,
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
            vertx,
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
    return new Latencies(posted.latencies(), delivered);
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
