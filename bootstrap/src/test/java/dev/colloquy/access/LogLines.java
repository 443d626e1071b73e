package dev.colloquy.access;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.logging.Level;
import java.util.logging.LogManager;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import org.jboss.logmanager.ExtHandler;
import org.jboss.logmanager.ExtLogRecord;
import org.jboss.logmanager.formatters.PatternFormatter;

/** Everything that is logged, down to the finest of our own, as the console would show it. */
final class LogLines extends ExtHandler implements AutoCloseable {

  private static final PatternFormatter LINE =
      new PatternFormatter("%-5p [%c] %X{request_id} %s%e%n");

  private final List<String> lines = new CopyOnWriteArrayList<>();
  private final Logger all = LogManager.getLogManager().getLogger("");
  private final Logger ours = Logger.getLogger("dev.colloquy");

  static LogLines listening() {
    LogLines lines = new LogLines();
    lines.setLevel(Level.ALL);
    lines.all.addHandler(lines);
    lines.ours.setLevel(Level.ALL);
    return lines;
  }

  String text() {
    return String.join("", lines);
  }

  @Override
  protected void doPublish(ExtLogRecord record) {
    lines.add(LINE.format(record));
  }

  @Override
  public boolean isLoggable(LogRecord record) {
    return true;
  }

  @Override
  public void close() {
    all.removeHandler(this);
    ours.setLevel(Level.INFO);
  }
}
