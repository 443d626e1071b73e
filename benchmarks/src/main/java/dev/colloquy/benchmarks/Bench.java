package dev.colloquy.benchmarks;

import io.vertx.core.Vertx;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** {@code ./colloquy bench [--quick] [P1 …]}. */
public final class Bench {

  private static final int UNUSABLE = 2;

  private Bench() {}

  /**
   * Measures what is asked for and writes the report.
   *
   * @param arguments the project's folder, then the options
   */
  public static void main(String... arguments) throws IOException {
    Path home = Path.of(arguments[0]).toAbsolutePath();
    try {
      measure(home, Options.of(List.of(arguments).subList(1, arguments.length)));
    } catch (IllegalArgumentException e) {
      System.err.println(e.getMessage());
      System.exit(UNUSABLE);
    }
    System.exit(0);
  }

  private static void measure(Path home, Options options) throws IOException {
    long begun = System.nanoTime();
    Path folder = home.resolve("benchmarks/target/bench");
    delete(folder);
    Files.createDirectories(folder);
    Vertx vertx = Vertx.vertx();
    try (Systems systems = Systems.start(home, folder)) {
      say("Seeding", begun);
      Setup setup = Setup.make(vertx, systems, options, home, folder);
      Report report = new Report(options, home, setup.ceiling().name());
      for (Part part : Parts.ALL) {
        if (options.wants(part)) {
          say(part.title(), begun);
          part.work().measure(setup, report);
        }
      }
      checkNothingWasLost(systems);
      say("Done", begun);
      System.out.println(report.summary());
      System.out.println("The report: " + report.write());
    } finally {
      vertx.close();
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

  private static void say(String what, long begun) {
    Duration passed = Duration.ofNanos(System.nanoTime() - begun);
    System.out.printf("== %d:%02d  %s%n", passed.toMinutes(), passed.toSecondsPart(), what);
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
