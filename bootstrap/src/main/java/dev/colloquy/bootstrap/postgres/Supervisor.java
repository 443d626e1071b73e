package dev.colloquy.bootstrap.postgres;

import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.jboss.logging.Logger;

/**
 * Keeps the server running. Its thread forks each server and waits for its end, because a server
 * ends with the thread that forked it.
 */
final class Supervisor implements AutoCloseable {

  private static final Logger LOG = Logger.getLogger("dev.colloquy.postgres");
  private static final Duration START_PATIENCE =
      Duration.ofSeconds(60); // recovery may take a while
  private static final Duration STOP_PATIENCE = Duration.ofSeconds(20);
  private static final Duration FIRST_PAUSE = Duration.ofMillis(100);
  private static final Duration LONGEST_PAUSE = Duration.ofSeconds(5);

  private final Binaries binaries;
  private final Cluster cluster;
  private final Privileges privileges;
  private final int port;
  private final CompletableFuture<Void> firstStart = new CompletableFuture<>();
  private final CountDownLatch closing = new CountDownLatch(1);
  private final Thread thread =
      Thread.ofPlatform().daemon().name("embedded-postgres").unstarted(this::supervise);
  private volatile long pid;

  private Supervisor(Binaries binaries, Cluster cluster, Privileges privileges, int port) {
    this.binaries = binaries;
    this.cluster = cluster;
    this.privileges = privileges;
    this.port = port;
  }

  /** Returns once the server accepts connections. */
  static Supervisor start(Binaries binaries, Cluster cluster, Privileges privileges, int port) {
    Supervisor supervisor = new Supervisor(binaries, cluster, privileges, port);
    supervisor.thread.start();
    try {
      supervisor.firstStart.join();
    } catch (CompletionException e) {
      throw e.getCause() instanceof EmbeddedPostgresException refused
          ? refused
          : new EmbeddedPostgresException("PostgreSQL could not be started: see the log.", e);
    }
    return supervisor;
  }

  long pid() {
    return pid;
  }

  @Override
  public void close() {
    closing.countDown();
    thread.interrupt();
    try {
      thread.join();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private void supervise() {
    Duration pause = FIRST_PAUSE;
    while (closing.getCount() > 0) {
      try {
        pause = live() ? FIRST_PAUSE : pause;
        if (closing.await(pause.toMillis(), TimeUnit.MILLISECONDS)) {
          return;
        }
        pause = longer(pause);
      } catch (InterruptedException e) {
        return; // only close() interrupts
      } catch (IOException | RuntimeException e) {
        if (firstStart.completeExceptionally(e)) {
          return;
        }
        LOG.errorf(e, "PostgreSQL could not be restarted");
      }
    }
  }

  /** One life of the server, from fork to end; answers whether it ever accepted connections. */
  private boolean live() throws IOException, InterruptedException {
    ServerProcess server = ServerProcess.fork(binaries, cluster, privileges, port);
    pid = server.pid();
    try {
      boolean ready = server.becomesReady(START_PATIENCE);
      if (!ready) {
        refuse(server);
        return false;
      }
      if (!firstStart.complete(null)) {
        LOG.warnf("PostgreSQL runs again on port %d", port);
      }
      int status = server.awaitEnd();
      LOG.errorf("PostgreSQL has ended by itself (status %d) and is restarted", status);
      return true;
    } finally {
      server.stop(STOP_PATIENCE);
    }
  }

  private void refuse(ServerProcess server) {
    EmbeddedPostgresException refusal =
        new EmbeddedPostgresException(
            "PostgreSQL did not start on %s (%s): make sure that the disk has room and the folder is Colloquy's own."
                .formatted(cluster.data(), Commands.last(server.lastLines(), 3)));
    if (firstStart.isDone()) {
      LOG.error(refusal.getMessage());
      return;
    }
    throw refusal;
  }

  private static Duration longer(Duration pause) {
    Duration doubled = pause.multipliedBy(2);
    return doubled.compareTo(LONGEST_PAUSE) > 0 ? LONGEST_PAUSE : doubled;
  }
}
