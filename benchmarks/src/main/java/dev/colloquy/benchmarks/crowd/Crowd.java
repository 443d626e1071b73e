package dev.colloquy.benchmarks.crowd;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** The crowd's remote control: what it is told stands in lines, as does what it answers. */
public final class Crowd implements AutoCloseable {

  private final Process process;
  private final PrintWriter orders;
  private final BufferedReader answers;

  private Crowd(Process process) {
    this.process = process;
    this.orders = new PrintWriter(process.getOutputStream(), true, StandardCharsets.UTF_8);
    this.answers = process.inputReader(StandardCharsets.UTF_8);
  }

  /** Nobody yet, before the server at this port. */
  public static Crowd before(int port) {
    ProcessBuilder builder =
        new ProcessBuilder(
            List.of(
                ProcessHandle.current().info().command().orElse("java"),
                "-Xmx1g",
                "-XX:+UseSerialGC",
                "-cp",
                System.getProperty("java.class.path"),
                CrowdProcess.class.getName(),
                String.valueOf(port)));
    try {
      return new Crowd(builder.redirectError(Redirect.INHERIT).start());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** How many events the streams have brought: to the one with the fewest, the most, and to all. */
  public record Counts(long fewest, long most, long total) {}

  /** So many more streams of this path with this token; returns when all are live. */
  public void open(int streams, String path, String token) {
    ask("open %d %s %s".formatted(streams, path, token));
  }

  /** Since the streams were opened or last forgotten. */
  public Counts counts() {
    String[] counts = ask("count").split(" ", -1);
    return new Counts(
        Long.parseLong(counts[0]), Long.parseLong(counts[1]), Long.parseLong(counts[2]));
  }

  /** Begins to count anew. */
  public void forget() {
    ask("forget");
  }

  private String ask(String order) {
    orders.println(order);
    try {
      String answer = answers.readLine();
      if (answer == null) {
        throw new IllegalStateException("The crowd has gone; it said why above");
      }
      return answer;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public void close() {
    process.destroy();
    process.onExit().join();
  }
}
