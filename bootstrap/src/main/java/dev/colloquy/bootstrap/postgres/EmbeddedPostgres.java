package dev.colloquy.bootstrap.postgres;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.Consumer;
import org.jboss.logging.Logger;

/**
 * A PostgreSQL of Colloquy's own, on a loopback port, with a random password, as durable as any
 * other: what it has confirmed survives the death of this process and of itself.
 *
 * <p>It is restarted on the same port when it dies, until it is closed. Whoever starts it holds the
 * lock of the data directory.
 */
public final class EmbeddedPostgres implements AutoCloseable {

  private static final Logger LOG = Logger.getLogger("dev.colloquy.postgres");

  private final Supervisor supervisor;
  private final Cluster cluster;
  private final int port;

  private EmbeddedPostgres(Supervisor supervisor, Cluster cluster, int port) {
    this.supervisor = supervisor;
    this.cluster = cluster;
    this.port = port;
  }

  /**
   * Returns once it accepts connections.
   *
   * @param binaries the folder into which the programs are unpacked, once a version
   * @param folder the cluster's folder
   * @param progress hears of what takes seconds and happens once
   * @throws EmbeddedPostgresException where it cannot run
   */
  public static EmbeddedPostgres start(Path binaries, Path folder, Consumer<String> progress) {
    try {
      Files.createDirectories(folder);
      Binaries unpacked = Binaries.unpackedIn(Files.createDirectories(binaries), progress);
      Privileges privileges =
          Privileges.on(unpacked.platform(), folder, unpacked.program("postgres"));
      Cluster cluster = Cluster.in(folder, unpacked, privileges, progress);
      new Leftovers(unpacked, cluster).clear();
      int port = freePort();
      Supervisor supervisor = Supervisor.start(unpacked, cluster, privileges, port);
      LOG.infof(
          "PostgreSQL %s runs on port %d %s", Binaries.version(), port, privileges.described());
      return new EmbeddedPostgres(supervisor, cluster, port);
    } catch (IOException e) {
      throw new EmbeddedPostgresException(
          "PostgreSQL cannot be set up in %s (%s): make sure that the disk has room and the folder is writable."
              .formatted(folder, e.getMessage()),
          e);
    }
  }

  /** Whether a cluster has been made in this folder. */
  public static boolean existsIn(Path folder) {
    return Cluster.existsIn(folder);
  }

  public String host() {
    return "127.0.0.1";
  }

  public int port() {
    return port;
  }

  public String user() {
    return Cluster.USER;
  }

  public String password() {
    return cluster.password();
  }

  /** The database that is always there. */
  public String database() {
    return "postgres";
  }

  /** The process id of the server as it runs now. */
  public long pid() {
    return supervisor.pid();
  }

  /** Stops it for good; closing again does nothing. */
  @Override
  public void close() {
    supervisor.close();
  }

  private static int freePort() throws IOException {
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.ofLiteral("127.0.0.1"))) {
      return socket.getLocalPort();
    }
  }
}
