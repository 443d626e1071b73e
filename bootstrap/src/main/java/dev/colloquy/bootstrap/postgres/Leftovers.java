package dev.colloquy.bootstrap.postgres;

import java.io.IOException;
import java.nio.file.Files;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jboss.logging.Logger;

/**
 * Clears away what a killed Colloquy left in the cluster. Whoever calls holds the lock of the data
 * directory, so no living Colloquy owns what is found.
 */
record Leftovers(Binaries binaries, Cluster cluster) {

  private static final Logger LOG = Logger.getLogger("dev.colloquy.postgres");
  private static final Duration PATIENCE = Duration.ofSeconds(30);

  void clear() throws IOException {
    Optional<ProcessHandle> noted = cluster.notedPid().flatMap(ProcessHandle::of);
    if (noted.isEmpty()) {
      return; // PostgreSQL recognises the file of a dead server itself
    }
    Optional<String> program = noted.get().info().command();
    if (program.isEmpty()) {
      return; // not ours to look into: PostgreSQL decides
    }
    if (program.get().endsWith(binaries.platform().executable("postgres"))) {
      end(noted.get());
    } else {
      Files.deleteIfExists(cluster.pidFile()); // the number now belongs to somebody else
    }
  }

  private void end(ProcessHandle server) {
    LOG.warnf("Stopping PostgreSQL %d, which outlived the Colloquy that started it", server.pid());
    Signals.fastShutdown(binaries, server.pid());
    try {
      server.onExit().get(PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw stillRunning(server, e);
    } catch (ExecutionException | TimeoutException e) {
      throw stillRunning(server, e);
    }
  }

  private EmbeddedPostgresException stillRunning(ProcessHandle server, Exception cause) {
    return new EmbeddedPostgresException(
        "An earlier PostgreSQL (process %d) still runs on %s and does not stop: end it, then start again."
            .formatted(server.pid(), cluster.data()),
        cause);
  }
}
