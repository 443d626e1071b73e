package dev.colloquy.benchmarks.ceiling;

import dev.colloquy.benchmarks.system.Database;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.ThreadLocalRandom;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.HdrHistogram.Histogram;

/** PostgreSQL's own load generator, with prepared statements. */
public final class PgBench implements Ceiling {

  private static final Pattern MARKER = Pattern.compile("\\$(\\d+)");
  private static final Pattern RATE = Pattern.compile("tps = ([0-9.]+)");
  private static final Pattern FAILED = Pattern.compile("failed transactions: (\\d+)");

  private final Database database;
  private final Path folder;
  private final String version;
  private final int connections;
  private final Terms terms;

  private PgBench(Database database, Path folder, String version, int connections, Terms terms) {
    this.database = database;
    this.folder = folder;
    this.version = version;
    this.connections = connections;
    this.terms = terms;
  }

  /**
   * Whether the system has it.
   *
   * @throws IllegalStateException where it has not
   */
  public static PgBench in(Path folder, Database database, int connections, Terms terms) {
    return new PgBench(
        database,
        folder,
        output(new ProcessBuilder("pgbench", "--version")).strip(),
        connections,
        terms);
  }

  @Override
  public String name() {
    return version + ", -M prepared -c " + connections;
  }

  /**
   * How long executions take that come at a steady rate, each from when it was due, in
   * microseconds; throws where any of them failed.
   */
  public Histogram latencies(Workload workload, double perSecond, Duration length) {
    Path logs = emptied(folder.resolve("pgbench-log"));
    run(
        workload,
        length,
        "-R",
        String.valueOf(Math.round(perSecond)),
        "-l",
        "--log-prefix=" + logs.resolve("each"));
    Histogram found = new Histogram(3);
    try (Stream<Path> files = Files.list(logs)) {
      for (Path file : files.toList()) {
        Files.readAllLines(file)
            .forEach(line -> found.recordValue(Long.parseLong(line.split(" ", -1)[2])));
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return found;
  }

  private static Path emptied(Path folder) {
    try {
      Files.createDirectories(folder);
      try (Stream<Path> files = Files.list(folder)) {
        for (Path file : files.toList()) {
          Files.delete(file);
        }
      }
      return folder;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public double perSecond(Workload workload, Duration length) {
    return run(workload, length);
  }

  private double run(Workload workload, Duration length, String... more) {
    Path script = folder.resolve(workload.kind() + ".pgbench");
    try {
      Files.writeString(script, script(workload));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    ProcessBuilder run =
        new ProcessBuilder(
            "pgbench",
            "-n",
            "-M",
            "prepared",
            "-c",
            String.valueOf(connections),
            "-j",
            String.valueOf(Math.min(connections, Runtime.getRuntime().availableProcessors())),
            "-T",
            String.valueOf(Math.max(1, length.toSeconds())),
            "-f",
            script.toString(),
            "-D",
            "user=" + workload.user(),
            "-D",
            "content=" + terms.content(),
            "-D",
            "none=none",
            // variables last as long as their client
            "-D",
            "n=0",
            "-D",
            "bound=" + Long.MAX_VALUE,
            "-D",
            "limit=" + (terms.page() + 1));
    run.command().addAll(List.of(more));
    run.environment().put("PGHOST", database.host());
    run.environment().put("PGPORT", String.valueOf(database.port()));
    run.environment().put("PGUSER", database.user());
    run.environment().put("PGPASSWORD", database.password());
    run.environment().put("PGDATABASE", database.name());
    run.environment().put("PGSSLMODE", "disable");
    String said = output(run);
    Matcher failed = FAILED.matcher(said);
    Matcher rate = RATE.matcher(said);
    if (!rate.find() || (failed.find() && !failed.group(1).equals("0"))) {
      throw new IllegalStateException("pgbench: " + said);
    }
    return Double.parseDouble(rate.group(1));
  }

  /** What stands for parameters that the statement takes. */
  public record Terms(String idPrefix, long idBase, String content, int page) {}

  private String script(Workload workload) {
    String head =
        """
        \\set c random(%d, %d)
        \\set n :n + 1
        \\set a %d + :client_id * 100000000 + :n
        """
            .formatted(
                terms.idBase() + workload.first(),
                terms.idBase() + workload.first() + workload.count() - 1,
                terms.idBase());
    return head + filled(workload) + ";\n";
  }

  private String filled(Workload workload) {
    List<String> terms =
        switch (workload.kind()) {
          case LIST -> List.of(conversation(), ":user::uuid", ":bound::bigint", ":limit::bigint");
          case APPEND -> appended();
        };
    return MARKER
        .matcher(workload.sql())
        .replaceAll(
            marker -> Matcher.quoteReplacement(terms.get(Integer.parseInt(marker.group(1)) - 1)));
  }

  private String conversation() {
    return "('" + terms.idPrefix() + "' || :c)::uuid";
  }

  private List<String> appended() {
    String run = "%08x-%04x-7".formatted(0x0199d000, ThreadLocalRandom.current().nextInt(0xffff));
    String none = "nullif(:none, 'none')";
    return List.of(
        conversation(),
        ":user::uuid",
        none + "::uuid",
        "('" + run + "001-8000-' || :a)::uuid",
        "'user'::text",
        ":user::uuid",
        "'user'::text",
        "(:content || ' #' || :a)",
        "now()",
        none + "::uuid",
        none + "::uuid",
        none + "::int",
        "'{}'::jsonb",
        "('" + run + "' || :a)",
        "repeat('0', 64)",
        "now() + interval '1 day'",
        "('" + run + "002-8000-' || :a)::uuid",
        "'person'",
        ":user::uuid",
        "('" + run + "003-8000-' || :a)::uuid",
        "'127.0.0.1'",
        "repeat('0', 64)",
        "0",
        "now()");
  }

  private static String output(ProcessBuilder command) {
    try {
      Process process = command.redirectErrorStream(true).start();
      String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
      if (process.waitFor() != 0) {
        throw new IllegalStateException(said);
      }
      return said;
    } catch (IOException e) {
      throw new IllegalStateException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }
}
