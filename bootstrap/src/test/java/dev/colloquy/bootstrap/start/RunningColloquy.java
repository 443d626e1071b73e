package dev.colloquy.bootstrap.start;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.TimeUnit;

/**
 * The packaged application in a process of its own, on the embedded database, as its users run it.
 * It is killed when the test ends.
 */
final class RunningColloquy implements AutoCloseable {

  /** The build's own; a test that needs it runs after {@code package}. */
  static final Path JAR = Path.of("target", "quarkus-app", "quarkus-run.jar").toAbsolutePath();

  private static final Duration PATIENCE = Duration.ofSeconds(90);
  private static final String READY = "Colloquy is ready at ";

  private final Process process;
  private final ConcurrentLinkedQueue<String> lines = new ConcurrentLinkedQueue<>();
  private final CompletableFuture<String> address = new CompletableFuture<>();

  private RunningColloquy(Process process) {
    this.process = process;
    Thread.ofPlatform().daemon().name("colloquy-output").start(this::read);
  }

  /** Returns once it is ready. */
  static RunningColloquy on(Path dataDirectory) throws IOException {
    Path java = Path.of(System.getProperty("java.home"), "bin", "java");
    ProcessBuilder builder =
        new ProcessBuilder(
            List.of(
                java.toString(),
                "-Xmx512m",
                "--sun-misc-unsafe-memory-access=allow",
                "-jar",
                JAR.toString(),
                "start"));
    builder.environment().put("COLLOQUY_DATA_DIR", dataDirectory.toString());
    builder.environment().put("COLLOQUY_HTTP_PORT", "0");
    RunningColloquy running = new RunningColloquy(builder.redirectErrorStream(true).start());
    running.address();
    return running;
  }

  String address() {
    return address.orTimeout(PATIENCE.toSeconds(), TimeUnit.SECONDS).join();
  }

  /** {@code kill -9}; returns when it is dead. */
  void kill() throws InterruptedException {
    process.destroyForcibly().waitFor();
  }

  @Override
  public void close() {
    process.destroy();
    try {
      if (!process.waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS)) {
        process.destroyForcibly();
      }
    } catch (InterruptedException e) {
      process.destroyForcibly();
      Thread.currentThread().interrupt();
    }
  }

  private void read() {
    try (BufferedReader reader =
        new BufferedReader(
            new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8))) {
      for (String line = reader.readLine(); line != null; line = reader.readLine()) {
        lines.add(line);
        int ready = line.indexOf(READY);
        if (ready >= 0) {
          address.complete(line.substring(ready + READY.length()).strip());
        }
      }
    } catch (IOException e) {
      // it was killed
    }
    address.completeExceptionally(new IllegalStateException(String.join("\n", lines)));
  }
}
