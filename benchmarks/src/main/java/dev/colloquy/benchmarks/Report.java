package dev.colloquy.benchmarks;

import dev.colloquy.benchmarks.plot.BarChart;
import dev.colloquy.benchmarks.system.Machine;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;

/** The page that shows what was measured. */
final class Report {

  private final Options options;
  private final Path folder;
  private final String header;
  private final List<Row> rows = new ArrayList<>();
  private final List<Table> tables = new ArrayList<>();
  private final Map<String, BarChart> plots = new LinkedHashMap<>();

  Report(Options options, Path home, String ceiling) {
    this.options = options;
    this.folder = options.folder(home);
    this.header =
        """
        # Benchmarks

        Written by `%s`; every figure is from that one run.

        | | |
        |---|---|
        | date | %s |
        | commit | %s |
        | machine | %s |
        | load before the run | %s |
        | ceiling | %s |

        A ratio is the median of the ratios of %d rounds, with the smallest and the largest in brackets. What is divided was
        measured one after the other within the round, so that a slow moment of the machine does not fall on one side alone.
        """
            .formatted(
                options.command(),
                LocalDate.now(ZoneOffset.UTC),
                Machine.commit(home),
                Machine.described(),
                Machine.load(),
                ceiling,
                options.rounds());
  }

  /** Figures below the measures, as cells; the first line names the columns. */
  record Table(String title, List<List<String>> lines) {

    String shown() {
      int columns = lines.getFirst().size();
      return "\n## %s\n\n%s%s%s"
          .formatted(
              title,
              line(lines.getFirst()),
              "|" + "---|".repeat(columns) + "\n",
              lines.stream().skip(1).map(Table::line).collect(Collectors.joining()));
    }

    private static String line(List<String> cells) {
      return "| " + String.join(" | ", cells) + " |\n";
    }
  }

  void add(Row row) {
    rows.add(row);
    System.out.println(row.summary());
  }

  void add(Table table) {
    tables.add(table);
  }

  /** A picture of this name, beside the page. */
  void add(String name, BarChart plot) {
    plots.put("benchmarks-" + name + ".svg", plot);
  }

  String summary() {
    return sorted().stream().map(Row::summary).collect(Collectors.joining("\n"));
  }

  /** Answers where it is written. */
  Path write() {
    Path page = folder.resolve("benchmarks.md");
    try {
      Files.createDirectories(folder);
      Files.writeString(page, text());
      for (Map.Entry<String, BarChart> plot : plots.entrySet()) {
        Files.writeString(folder.resolve(plot.getKey()), plot.getValue().svg());
      }
      return page;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private String text() {
    return header
        + """

        | | measure | goal | measured | |
        |---|---|---|---|---|
        """
        + sorted().stream().map(Row::shown).collect(Collectors.joining())
        + plots.entrySet().stream().map(Report::linked).collect(Collectors.joining())
        + tables.stream().map(Table::shown).collect(Collectors.joining())
        + method();
  }

  private static String linked(Map.Entry<String, BarChart> plot) {
    return "\n![%s](%s)\n".formatted(plot.getValue().title(), plot.getKey());
  }

  private List<Row> sorted() {
    return rows.stream().sorted(Comparator.comparingInt(Row::number)).toList();
  }

  private String method() {
    try (InputStream text =
        Objects.requireNonNull(Report.class.getResourceAsStream("method.md"), "method.md")) {
      return "\n"
          + new String(text.readAllBytes(), StandardCharsets.UTF_8)
              .replace("{slice}", String.valueOf(options.slice().toSeconds()))
              .replace("{warm-up}", String.valueOf(options.warmUp().toSeconds()))
              .replace("{connections}", String.valueOf(Options.CONNECTIONS))
              .replace("{pool}", String.valueOf(Options.DATABASE_CONNECTIONS))
              .replace("{listed}", String.valueOf(World.LISTED))
              .replace("{messages}", String.valueOf(World.MESSAGES))
              .replace("{appended}", String.valueOf(World.APPENDED));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
