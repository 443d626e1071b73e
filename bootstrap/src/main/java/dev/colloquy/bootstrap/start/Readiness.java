package dev.colloquy.bootstrap.start;

import dev.colloquy.bootstrap.demo.Tour;
import io.quarkus.arc.Unremovable;
import io.quarkus.runtime.Quarkus;
import io.quarkus.runtime.QuarkusApplication;
import jakarta.enterprise.context.Dependent;
import java.io.IOException;
import java.net.HttpURLConnection;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;

/** Runs once everything is up: says so when the readiness check agrees, then waits for the end. */
@Dependent
@Unremovable
public final class Readiness implements QuarkusApplication {

  /** The argument that takes the guided tour once the application is ready. */
  public static final String DEMO = "demo";

  /** The argument that ends the application as soon as it is ready, or after the tour. */
  public static final String EXIT = "--exit";

  private static final Logger LOG = Logger.getLogger("dev.colloquy.bootstrap");
  private static final Duration PATIENCE = Duration.ofSeconds(60);
  private static final Duration PAUSE = Duration.ofMillis(20);
  private static final int OK = 200;
  private static final int NOT_GOOD = 1;

  private final String host;
  private final int port;

  Readiness(
      @ConfigProperty(name = "quarkus.http.host") String host,
      @ConfigProperty(name = "quarkus.http.port") int port) {
    this.host = host;
    this.port = port;
  }

  @Override
  public int run(String... arguments) {
    boolean ready = await();
    if (ready) {
      LOG.infof("Colloquy is ready at %s", address(host));
    } else {
      LOG.errorf(
          "Colloquy is not ready after %d s: %s/q/health/ready says why",
          PATIENCE.toSeconds(), address(host));
    }
    boolean demo = List.of(arguments).contains(DEMO);
    boolean good = ready && (!demo || tour());
    if (List.of(arguments).contains(EXIT)) {
      return good ? 0 : NOT_GOOD;
    }
    if (demo) {
      sayWhatIsOpen();
    }
    Quarkus.waitForExit();
    return 0;
  }

  private boolean tour() {
    return new Tour(URI.create(address(reachable())), System.out).take();
  }

  private void sayWhatIsOpen() {
    System.out.printf(
        "API         %1$s/api/v1%nSwagger UI  %1$s/q/swagger-ui%nStop        Ctrl+C%n%n",
        address(reachable()));
  }

  private boolean await() {
    long deadline = System.nanoTime() + PATIENCE.toNanos();
    while (System.nanoTime() < deadline) {
      if (isReady()) {
        return true;
      }
      LockSupport.parkNanos(PAUSE.toNanos());
    }
    return false;
  }

  private boolean isReady() {
    try {
      URI uri = URI.create(address(reachable()) + "/q/health/ready");
      HttpURLConnection connection = (HttpURLConnection) uri.toURL().openConnection();
      connection.setConnectTimeout((int) PATIENCE.toMillis());
      connection.setReadTimeout((int) PATIENCE.toMillis());
      try {
        return connection.getResponseCode() == OK;
      } finally {
        connection.disconnect();
      }
    } catch (IOException e) {
      return false;
    }
  }

  /** Whoever listens on every address is asked on loopback. */
  private String reachable() {
    return host.equals("0.0.0.0") || host.equals("::") ? "127.0.0.1" : host;
  }

  private String address(String shown) {
    return "http://%s:%d".formatted(shown.contains(":") ? "[" + shown + "]" : shown, port);
  }
}
