package dev.colloquy.bootstrap.postgres;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jboss.logging.Logger;

/**
 * One life of the server: a child process and the thread that reads its log.
 *
 * <p>On Linux the kernel sends it SIGINT (a fast shutdown) when the thread that forked it ends, be
 * it by {@code kill -9} of the whole JVM: that thread must live as long as the server should.
 */
final class ServerProcess {

  private static final Logger LOG = Logger.getLogger("dev.colloquy.postgres");
  private static final int REMEMBERED_LINES = 5;

  private final Process process;
  private final Binaries binaries;
  private final CompletableFuture<Boolean> ready = new CompletableFuture<>();
  private final Deque<String> lastLines = new ArrayDeque<>();

  private ServerProcess(Process process, Binaries binaries) {
    this.process = process;
    this.binaries = binaries;
  }

  static ServerProcess fork(Binaries binaries, Cluster cluster, Privileges privileges, int port)
      throws IOException {
    List<String> server = ServerCommand.of(binaries, cluster, port);
    List<String> bound = binaries.platform().isLinux() ? boundToThisThread(server) : server;
    Process process =
        Commands.builder(privileges.wrap(bound))
            .directory(cluster.data().toFile())
            .redirectErrorStream(true)
            .start();
    process.getOutputStream().close();
    ServerProcess running = new ServerProcess(process, binaries);
    Thread.ofPlatform().daemon().name("embedded-postgres-log").start(running::readLog);
    return running;
  }

  /**
   * In a session of its own, so that a terminal's Ctrl-C reaches the application alone. Where the
   * tools are missing a killed JVM leaves an orphan, which the next start ends.
   */
  private static List<String> boundToThisThread(List<String> server) {
    List<String> setpriv = List.of("setsid", "setpriv", "--pdeathsig", "INT");
    return Commands.succeeds(Commands.prefixed(setpriv, List.of("true")))
        ? Commands.prefixed(setpriv, server)
        : server;
  }

  /** True once it accepts connections; false where it ended or took too long. */
  boolean becomesReady(Duration patience) throws InterruptedException {
    try {
      return ready.get(patience.toMillis(), TimeUnit.MILLISECONDS);
    } catch (ExecutionException | TimeoutException e) {
      return false;
    }
  }

  long pid() {
    return process.pid();
  }

  /** Blocks until the server ends. */
  int awaitEnd() throws InterruptedException {
    return process.waitFor();
  }

  /** Ends every session and writes a checkpoint; kills the server where that takes too long. */
  void stop(Duration patience) {
    Signals.fastShutdown(binaries, process.pid());
    try {
      if (!process.waitFor(patience.toMillis(), TimeUnit.MILLISECONDS)) {
        LOG.warnf("PostgreSQL has not stopped within %d s and is killed", patience.toSeconds());
        process.destroyForcibly();
      }
    } catch (InterruptedException e) {
      process.destroyForcibly();
      Thread.currentThread().interrupt();
    }
  }

  /** What it last said, for an error to quote. */
  List<String> lastLines() {
    synchronized (lastLines) {
      return new ArrayList<>(lastLines);
    }
  }

  private void readLog() {
    try (BufferedReader reader =
        new BufferedReader(
            new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8))) {
      for (String line = reader.readLine(); line != null; line = reader.readLine()) {
        remember(line);
        log(line);
        if (line.contains("database system is ready to accept connections")) {
          ready.complete(true);
        }
      }
    } catch (IOException e) {
      LOG.debug("The server's log has ended", e);
    } finally {
      ready.complete(false);
    }
  }

  private void remember(String line) {
    synchronized (lastLines) {
      lastLines.addLast(line);
      if (lastLines.size() > REMEMBERED_LINES) {
        lastLines.removeFirst();
      }
    }
  }

  /** What is told to a client, its faults (ERROR) and that it is too early, is left to it. */
  private static void log(String line) {
    if (line.startsWith("FATAL:  the database system is")) {
      LOG.debug(line);
    } else if (line.startsWith("PANIC")) {
      LOG.error(line);
    } else if (line.startsWith("FATAL") || line.startsWith("WARNING")) {
      LOG.warn(line);
    } else {
      LOG.debug(line);
    }
  }
}
