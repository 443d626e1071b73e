package dev.colloquy.benchmarks.micro;

import dev.colloquy.benchmarks.system.Machine;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.results.Result;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.TimeValue;

/** {@code ./colloquy bench micro}: what single steps of a request cost, measured by JMH. */
public final class Micro {

  private Micro() {}

  /**
   * Measures all and writes the table.
   *
   * @param arguments the project's folder
   */
  public static void main(String... arguments) throws IOException, RunnerException {
    Collection<RunResult> results =
        new Runner(
                new OptionsBuilder()
                    .include("dev\\.colloquy\\..*")
                    .mode(Mode.AverageTime)
                    .timeUnit(TimeUnit.MICROSECONDS)
                    .forks(3)
                    .warmupIterations(3)
                    .warmupTime(TimeValue.seconds(1))
                    .measurementIterations(5)
                    .measurementTime(TimeValue.seconds(1))
                    .build())
            .run();
    Path home = Path.of(arguments[0]);
    Path page = home.resolve("docs/benchmarks-micro.md");
    Files.writeString(page, page(home, results));
    System.out.println("The report: " + page);
  }

  private static String page(Path home, Collection<RunResult> results) {
    return """
        # Single steps

        Written by `./colloquy bench micro` ([JMH](https://github.com/openjdk/jmh), 3 JVMs, 5 measurements of a second in each
        after 3 to warm up). Times of steps that are also part of the rows in [the benchmarks](benchmarks.md); the error is JMH's,
        of 99.9 %% confidence.

        | | |
        |---|---|
        | date | %s |
        | commit | %s |
        | machine | %s |

        | step | µs | ± |
        |---|---|---|
        %s
        """
        .formatted(
            LocalDate.now(ZoneOffset.UTC),
            Machine.commit(home),
            Machine.described(),
            results.stream().map(Micro::row).collect(Collectors.joining("\n")));
  }

  private static String row(RunResult result) {
    Result<?> time = result.getPrimaryResult();
    String name = result.getParams().getBenchmark();
    String[] parts = name.split("\\.", -1);
    return String.format(
        Locale.ROOT,
        "| %s, %s | %.3f | %.3f |",
        parts[parts.length - 2],
        parts[parts.length - 1],
        time.getScore(),
        time.getScoreError());
  }
}
