package dev.colloquy.benchmarks;

import dev.colloquy.benchmarks.Throughput.Figure;
import dev.colloquy.benchmarks.Throughput.Lane;
import dev.colloquy.benchmarks.ceiling.PgBench;
import dev.colloquy.benchmarks.system.Java;
import io.vertx.core.Vertx;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** {@code ./colloquy bench [--quick]}. */
public final class Bench {

  private Bench() {}

  /**
   * Measures everything and writes the report.
   *
   * @param arguments the project's folder, then the options
   */
  public static void main(String... arguments) throws IOException {
    Path home = Path.of(arguments[0]).toAbsolutePath();
    Options options = Options.of(List.of(arguments).subList(1, arguments.length));
    Path folder = home.resolve("benchmarks/target/bench");
    delete(folder);
    Files.createDirectories(folder);
    Vertx vertx = Vertx.vertx();
    try (Systems systems = Systems.start(home, folder)) {
      Report report = measure(vertx, systems, options, home, folder);
      Files.writeString(options.report(home), report.text());
      System.out.println(report.summary());
      System.out.println("The report: " + options.report(home));
    } finally {
      vertx.close();
    }
    System.exit(0);
  }

  private static Report measure(
      Vertx vertx, Systems systems, Options options, Path home, Path folder) {
    say("Seeding");
    int port = systems.product().port();
    World world = World.make(systems.database(), port, options.deepMessages());
    PgBench ceiling =
        PgBench.in(
            folder,
            systems.database(),
            Options.DATABASE_CONNECTIONS,
            new PgBench.Terms(World.ID_PREFIX, World.idBase(), World.CONTENT, Sides.PAGE));
    Report report = new Report(options, home, ceiling.name());
    say("Throughput");
    Throughput throughput = new Throughput(vertx, systems, world, ceiling, options).measure();
    report.throughput(throughput);
    say("Round trips");
    report.roundTrips(new RoundTrips(vertx, systems, world).count());
    say("Delivery");
    deliver(vertx, systems, world.again(port), options, report, throughput);
    say("Depth");
    Depth depth = new Depth(vertx, systems, world.again(port), options);
    report.depth(depth.pages(), depth.appends());
    say("Answering");
    Answering answering =
        new Answering(vertx, systems, world.again(port), options.answeringSeconds());
    answering.heardPerCpuSecond(); // to warm up
    report.answering(answering.heardPerCpuSecond());
    report.crowd(answering.crowd());
    checkNothingWasLost(systems);
    return report;
  }

  private static void deliver(
      Vertx vertx,
      Systems systems,
      World world,
      Options options,
      Report report,
      Throughput throughput) {
    double rate = Ratio.of(throughput.of(Lane.PRODUCT_APPEND, Figure::perSecond)).median() / 2;
    Delivery delivery = new Delivery(vertx, world, rate, options.delivery());
    delivery.measure(systems.product(), systems.product());
    systems.settle();
    report.delivery("same node", rate, 20, delivery.measure(systems.product(), systems.product()));
    try (Java second = systems.node("node-2")) {
      delivery.measure(systems.product(), second);
      systems.settle();
      report.delivery("two nodes", rate, 50, delivery.measure(systems.product(), second));
    }
  }

  /** What was answered with 201 is there, and counted once. */
  private static void checkNothingWasLost(Systems systems) {
    long wrong =
        systems
            .database()
            .number(
                """
                select count(*) from conversation_head h
                where h.last_seq <> h.message_count or h.last_seq <> (
                  select count(*) from message m where m.conversation_id = h.conversation_id)
                """);
    if (wrong > 0) {
      throw new IllegalStateException(wrong + " conversations do not count what they hold");
    }
  }

  private static void say(String what) {
    System.out.println("== " + what);
  }

  private static void delete(Path folder) throws IOException {
    if (Files.exists(folder)) {
      try (Stream<Path> all = Files.walk(folder)) {
        for (Path each : all.sorted(Comparator.reverseOrder()).toList()) {
          Files.delete(each);
        }
      }
    }
  }
}
