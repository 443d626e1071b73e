package dev.colloquy.packaged;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;

/**
 * The packaged application in a process of its own, as its users run it. It is ended with the test.
 */
final class RunningColloquy implements AutoCloseable {

  /** The build's own. */
  private static final Path JAR =
      Path.of("target", "quarkus-app", "quarkus-run.jar").toAbsolutePath();

  private static final Duration PATIENCE = Duration.ofSeconds(90);
  private static final String READY = "Colloquy is ready at ";

  private final Process process;
  private final List<String> lines = new CopyOnWriteArrayList<>();
  private final CompletableFuture<String> address = new CompletableFuture<>();
  private final Thread reader;

  private RunningColloquy(Process process) {
    this.process = process;
    this.reader = Thread.ofPlatform().daemon().name("colloquy-output").start(this::read);
  }

  /** On the embedded database; returns once it is ready. */
  static RunningColloquy on(Path dataDirectory) throws IOException {
    RunningColloquy running = starting(dataDirectory, Map.of());
    running.address();
    return running;
  }

  /** Returns at once; it takes a free port where the settings name none. */
  static RunningColloquy starting(Path dataDirectory, Map<String, String> settings)
      throws IOException {
    Path java = Path.of(System.getProperty("java.home"), "bin", "java");
    ProcessBuilder builder =
        new ProcessBuilder(
            List.of(
                java.toString(),
                "-Xmx256m",
                "-XX:TieredStopAtLevel=1", // it lives for seconds
                "--sun-misc-unsafe-memory-access=allow",
                "-jar",
                JAR.toString(),
                "start"));
    Map<String, String> environment = new HashMap<>(settings);
    environment.putIfAbsent("COLLOQUY_DATA_DIR", dataDirectory.toString());
    environment.putIfAbsent("COLLOQUY_HTTP_PORT", "0");
    builder.environment().keySet().removeIf(name -> name.startsWith("COLLOQUY_"));
    builder.environment().putAll(environment);
    return new RunningColloquy(builder.redirectErrorStream(true).start());
  }

  /** Where it listens, once it is ready. */
  String address() {
    return address.orTimeout(PATIENCE.toSeconds(), TimeUnit.SECONDS).join();
  }

  /** What it has printed so far. */
  List<String> lines() {
    return List.copyOf(lines);
  }

  /** {@code kill -9}; returns when it is dead. */
  void kill() throws InterruptedException {
    process.destroyForcibly().waitFor();
  }

  /** {@code kill -STOP}: it is there, and does nothing. */
  void freeze() throws IOException, InterruptedException {
    signal("-STOP");
  }

  /** {@code kill -CONT}: it goes on as if no time had passed. */
  void thaw() throws IOException, InterruptedException {
    signal("-CONT");
  }

  /** {@code kill}; returns at once. */
  void terminate() {
    process.destroy();
  }

  /** Its exit status, once it has ended and all it printed is read. */
  int end() throws InterruptedException {
    if (!process.waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS)) {
      throw new IllegalStateException("It still runs: " + String.join("\n", lines));
    }
    reader.join(PATIENCE);
    return process.exitValue();
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

  private void signal(String name) throws IOException, InterruptedException {
    String pid = Long.toString(process.pid());
    if (new ProcessBuilder("kill", name, pid).inheritIO().start().waitFor() != 0) {
      throw new IOException("The process cannot be sent " + name);
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
