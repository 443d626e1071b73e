package dev.colloquy.bootstrap.start;

import dev.colloquy.bootstrap.log.JsonLine;
import dev.colloquy.bootstrap.settings.Settings.LogFormat;
import java.io.PrintStream;
import java.time.Instant;

/** Speaks to whoever starts Colloquy while the log is not up yet, in the log's own format. */
public record Console(LogFormat format, PrintStream out, PrintStream err) {

  public void say(String sentence) {
    out.println(rendered("INFO", sentence));
  }

  public void warn(String sentence) {
    err.println(rendered("WARN", sentence));
  }

  public void refuse(String sentence) {
    err.println(rendered("ERROR", sentence));
  }

  private String rendered(String level, String sentence) {
    return switch (format) {
      case TEXT -> sentence;
      case JSON ->
          JsonLine.at(Instant.now(), level)
              .with("logger", "dev.colloquy.bootstrap")
              .with("message", sentence)
              .encode();
    };
  }
}
