package dev.colloquy.bootstrap.log;

import java.io.PrintWriter;
import java.io.StringWriter;
import org.jboss.logmanager.ExtFormatter;
import org.jboss.logmanager.ExtLogRecord;
import org.jspecify.annotations.Nullable;

/** Renders a record as one JSON object on one line, stack trace and line breaks included. */
final class JsonFormatter extends ExtFormatter {

  @Override
  public String format(ExtLogRecord line) {
    return JsonLine.at(line.getInstant(), line.getLevel().getName())
            .with("logger", orEmpty(line.getLoggerName()))
            .with("thread", orEmpty(line.getThreadName()))
            .with("message", orEmpty(formatMessage(line)))
            .with("request_id", orEmpty(line.getMdc("request_id")))
            .with("exception", trace(line.getThrown()))
            .encode()
        + "\n";
  }

  private static String trace(@Nullable Throwable thrown) {
    if (thrown == null) {
      return "";
    }
    StringWriter trace = new StringWriter();
    thrown.printStackTrace(new PrintWriter(trace));
    return trace.toString();
  }

  private static String orEmpty(@Nullable String text) {
    return text == null ? "" : text;
  }
}
