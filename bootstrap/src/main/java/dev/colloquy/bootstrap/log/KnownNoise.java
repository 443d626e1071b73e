package dev.colloquy.bootstrap.log;

import java.util.logging.Filter;
import java.util.logging.LogRecord;
import java.util.logging.Logger;

/**
 * Keeps one message out of the log that alarms and means nothing: the SQL client does not stop the
 * timer of a request whose connection has failed, and the timer finds it answered.
 */
public final class KnownNoise implements Filter {

  /** Held here, because the log manager forgets loggers that nobody holds, and their filters. */
  private static final Logger REPORTER =
      Logger.getLogger("io.quarkus.vertx.core.runtime.VertxCoreRecorder");

  private static final String POOL = "io.vertx.sqlclient.impl.pool.SqlConnectionPool";

  /** From here on, whatever formats the log. */
  public static void mute() {
    REPORTER.setFilter(new KnownNoise());
  }

  @Override
  public boolean isLoggable(LogRecord line) {
    return !(line.getThrown() instanceof IllegalStateException alreadyAnswered)
        || alreadyAnswered.getStackTrace().length < 2
        || !alreadyAnswered.getStackTrace()[1].getClassName().equals(POOL);
  }
}
