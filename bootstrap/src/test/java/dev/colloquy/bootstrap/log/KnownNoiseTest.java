package dev.colloquy.bootstrap.log;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.logging.Level;
import java.util.logging.LogRecord;
import org.junit.jupiter.api.Test;

final class KnownNoiseTest {

  private final KnownNoise noise = new KnownNoise();

  @Test
  void dropsTheTimerOfAFailedConnection() {
    assertThat(noise.isLoggable(uncaught(new IllegalStateException(), "SqlConnectionPool")))
        .isFalse();
  }

  @Test
  void letsEverythingElsePass() {
    assertThat(noise.isLoggable(uncaught(new IllegalStateException(), "SqlConnection"))).isTrue();
    assertThat(noise.isLoggable(uncaught(new RuntimeException(), "SqlConnectionPool"))).isTrue();
    assertThat(noise.isLoggable(new LogRecord(Level.SEVERE, "without a cause"))).isTrue();
  }

  private static LogRecord uncaught(RuntimeException failure, String from) {
    failure.setStackTrace(
        new StackTraceElement[] {
          new StackTraceElement("io.vertx.core.Promise", "fail", "Promise.java", 90),
          new StackTraceElement("io.vertx.sqlclient.impl.pool." + from, "execute", from, 216)
        });
    LogRecord line = new LogRecord(Level.SEVERE, "Uncaught exception received by Vert.x");
    line.setThrown(failure);
    return line;
  }
}
