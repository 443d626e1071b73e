package dev.colloquy.benchmarks.system;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/** What figures depend on and a reader cannot guess. */
public final class Machine {

  private static final Pattern MODEL = Pattern.compile("model name\\s*: (.*)");
  private static final Pattern MEMORY = Pattern.compile("MemTotal:\\s*(\\d+) kB");

  private Machine() {}

  /** Processors, memory, kernel and Java. */
  public static String described() {
    return "%d × %s, %s GiB, Linux %s, Java %s"
        .formatted(
            Runtime.getRuntime().availableProcessors(),
            found(MODEL, "/proc/cpuinfo").orElse(System.getProperty("os.arch")),
            found(MEMORY, "/proc/meminfo").map(it -> Long.parseLong(it) >> 20).orElse(0L),
            System.getProperty("os.version"),
            System.getProperty("java.version"));
  }

  /** Processes that wanted to run, on average over the last minute. */
  public static String load() {
    return read("/proc/loadavg").split(" ", -1)[0];
  }

  /** What was built, and whether it was changed since. */
  public static String commit(Path home) {
    String changed = git(home, "status", "--porcelain", "--untracked-files=no");
    return git(home, "rev-parse", "--short=12", "HEAD") + (changed.isEmpty() ? "" : " + changes");
  }

  private static String git(Path home, String... arguments) {
    try {
      ProcessBuilder git = new ProcessBuilder("git");
      git.command().addAll(List.of(arguments));
      Process process = git.directory(home.toFile()).start();
      return new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip();
    } catch (IOException e) {
      return "unknown";
    }
  }

  private static Optional<String> found(Pattern pattern, String file) {
    return pattern.matcher(read(file)).results().findFirst().map((MatchResult it) -> it.group(1));
  }

  private static String read(String file) {
    try {
      return Files.readString(Path.of(file));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
