package dev.colloquy.benchmarks;

import dev.colloquy.benchmarks.load.Subscriber;
import dev.colloquy.benchmarks.system.Cpu;
import dev.colloquy.benchmarks.system.Memory;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.json.JsonObject;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.LongAdder;
import java.util.stream.IntStream;

/** Models that answer, at a steady pace, in many conversations at once. */
final class Answering {

  private static final int WATCHED = 100;
  private static final int READERS = 3;
  private static final int WORDS_A_SECOND = 50;

  private static final int CROWD = 1_000;
  private static final int CROWD_SECONDS = 30;

  private static final String CONTENT = "\"content\":\"";

  private final Vertx vertx;
  private final Systems systems;
  private final World world;
  private final int seconds;

  /**
   * @param seconds how long is measured
   */
  Answering(Vertx vertx, Systems systems, World world, int seconds) {
    this.vertx = vertx;
    this.systems = systems;
    this.world = world;
    this.seconds = seconds;
  }

  /** Measures and reports. */
  static void report(Setup setup, Report report) {
    Answering answering =
        new Answering(
            setup.vertx(),
            setup.systems(),
            setup.world(),
            (int) setup.options().seconds(8, 5).toSeconds());
    answering.heardPerCpuSecond(); // to warm up: the compiler is busy for half a minute
    answering.heardPerCpuSecond();
    List<Double> rounds = new ArrayList<>();
    for (int round = 1; round <= setup.options().rounds(); round++) {
      rounds.add(answering.heardPerCpuSecond());
      System.out.printf("round %d  %,.0f words a CPU second%n", round, rounds.getLast());
    }
    Ratio words = Ratio.of(rounds);
    report.add(
        Row.of(
            "P9",
            "words of 100 runs, at 50 a second, delivered to 3 readers each: a CPU second",
            "≥ 250,000",
            words.shown("%,.0f"),
            words.median() >= 250_000));
    Crowd it = answering.crowd();
    report.add(
        Row.plain(
            "–",
            "%,d runs at once, each of %d s: memory before → at the most"
                .formatted(CROWD, it.ideal()),
            "bounded",
            Row.text(
                "%,d → %,d MiB; all ended after %.1f s, for %.1f s of CPU",
                it.before(), it.peak(), it.took(), it.cpuSeconds())));
  }

  /**
   * Many answers at once that nobody watches.
   *
   * @param before MiB in memory before them
   * @param peak the most that was
   * @param took seconds from the first question to the last answer
   * @param ideal seconds that one answer takes
   */
  private record Crowd(long before, long peak, double took, int ideal, double cpuSeconds) {}

  /** Words that readers have heard for each second of the server's processor time. */
  private double heardPerCpuSecond() {
    // they speak while the streams open, and for a while beyond what is measured
    int words = WORDS_A_SECOND * (seconds + 8);
    List<String> runs = asked(WATCHED, "/drip %dms\n/words %d".formatted(pause(), words));
    LongAdder heard = new LongAdder();
    LongAdder ended = new LongAdder();
    List<Subscriber> readers = new ArrayList<>();
    for (String run : runs) {
      for (int i = 0; i < READERS; i++) {
        readers.add(reader(run, heard, ended));
      }
    }
    long cpu = Cpu.micros(systems.product().pid());
    long before = heard.sum();
    Pause.of(Duration.ofSeconds(seconds));
    long delivered = heard.sum() - before;
    double used = (Cpu.micros(systems.product().pid()) - cpu) / 1e6;
    Pause.until(
        "all readers to hear the end",
        Duration.ofMinutes(2),
        () -> ended.sum() == (long) WATCHED * READERS);
    readers.forEach(Subscriber::close);
    long due = (long) WATCHED * READERS * (words - 1);
    demand(heard.sum() == due, "%d words were heard and not %d".formatted(heard.sum(), due));
    return delivered / used;
  }

  /** Fails where one of them does not end well. */
  private Crowd crowd() {
    long pid = systems.product().pid();
    long before = Memory.residentMebibytes(pid);
    long cpu = Cpu.micros(pid);
    long completed = completed();
    long begun = System.nanoTime();
    long peak = before;
    asked(CROWD, "/drip 1s\n/words " + CROWD_SECONDS);
    while (completed() - completed < CROWD) {
      Pause.millis(250);
      peak = Math.max(peak, Memory.residentMebibytes(pid));
      demand(
          System.nanoTime() - begun < TimeUnit.MINUTES.toNanos(3), "runs have not ended in time");
    }
    return new Crowd(
        before,
        peak,
        (System.nanoTime() - begun) / 1e9,
        CROWD_SECONDS,
        (Cpu.micros(pid) - cpu) / 1e6);
  }

  private long completed() {
    return systems.database().number("select count(*) from run where status = 'completed'");
  }

  /** One question each in so many conversations; answers the runs' paths. */
  private List<String> asked(int count, String question) {
    JsonObject body = new JsonObject().put("input", question);
    try (ExecutorService clients = Executors.newFixedThreadPool(16)) {
      List<Callable<String>> questions =
          IntStream.range(0, count)
              .mapToObj(i -> "/api/v1/conversations/" + World.talk(i) + "/runs")
              .<Callable<String>>map(path -> () -> world.ask(systems.product().port(), path, body))
              .toList();
      return clients.invokeAll(questions).stream().map(Future::resultNow).toList();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  private Subscriber reader(String run, LongAdder heard, LongAdder ended) {
    return Subscriber.open(
        vertx,
        systems.product().port(),
        Sides.authorized(world.listener(), HttpMethod.GET, run + "/events")
            .putHeader("Accept", "text/event-stream"),
        "event: run.started",
        "event: run.",
        frame -> {
          if (frame.contains("event: run.delta")) {
            heard.add(spaces(frame));
          } else if (frame.contains("event: run.completed")) {
            ended.increment();
          }
        });
  }

  private static long spaces(String frame) {
    int from = frame.indexOf(CONTENT) + CONTENT.length();
    return frame.substring(from, frame.lastIndexOf('"')).chars().filter(c -> c == ' ').count();
  }

  private static int pause() {
    return 1_000 / WORDS_A_SECOND;
  }

  private static void demand(boolean holds, String otherwise) {
    if (!holds) {
      throw new IllegalStateException(otherwise);
    }
  }
}
