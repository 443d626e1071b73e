package dev.colloquy.bootstrap.postgres;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** Short commands that are run to their end. */
final class Commands {

  private Commands() {}

  /** What a command printed, and how it ended. */
  record Result(int status, List<String> output) {}

  /** Interleaves standard output and standard error. */
  static Result run(List<String> command) throws IOException {
    Process process = builder(command).redirectErrorStream(true).start();
    process.getOutputStream().close();
    List<String> output =
        new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8)
            .lines()
            .toList();
    try {
      return new Result(process.waitFor(), output);
    } catch (InterruptedException e) {
      process.destroy();
      Thread.currentThread().interrupt();
      throw new IOException("Interrupted while running " + command.getFirst(), e);
    }
  }

  static boolean succeeds(List<String> command) {
    try {
      return run(command).status() == 0;
    } catch (IOException e) {
      return false; // there is no such program
    }
  }

  static List<String> prefixed(List<String> prefix, List<String> command) {
    return Stream.concat(prefix.stream(), command.stream()).toList();
  }

  /** English messages, and none of the settings with which a shell steers PostgreSQL's clients. */
  static ProcessBuilder builder(List<String> command) {
    ProcessBuilder builder = new ProcessBuilder(command);
    Map<String, String> environment = builder.environment();
    environment.keySet().removeIf(name -> name.startsWith("PG") || name.startsWith("COLLOQUY_"));
    environment.put("LC_ALL", "C");
    return builder;
  }

  /** The last lines of what a program said, for an error to quote. */
  static String last(List<String> lines, int count) {
    return String.join(" | ", lines.subList(Math.max(0, lines.size() - count), lines.size()));
  }
}
