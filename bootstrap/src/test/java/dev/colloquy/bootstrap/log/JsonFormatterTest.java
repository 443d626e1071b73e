package dev.colloquy.bootstrap.log;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.json.JsonObject;
import java.time.Instant;
import org.jboss.logmanager.ExtLogRecord;
import org.jboss.logmanager.Level;
import org.junit.jupiter.api.Test;

final class JsonFormatterTest {

  private final JsonFormatter formatter = new JsonFormatter();

  @Test
  void writesOneObjectALine() {
    ExtLogRecord line = line("Hello");
    line.setThreadName("main");
    line.putMdc("request_id", "r-1");

    JsonObject object = new JsonObject(formatter.format(line));

    assertThat(object)
        .isEqualTo(
            new JsonObject()
                .put("timestamp", "2026-01-02T03:04:05.000Z")
                .put("level", "WARN")
                .put("logger", "dev.colloquy.test")
                .put("thread", "main")
                .put("message", "Hello")
                .put("request_id", "r-1"));
  }

  @Test
  void keepsLineBreaksInsideTheObjectSoThatNobodyForgesALine() {
    String forged = "first\n{\"level\":\"ERROR\",\"message\":\"forged\"}\u2028\u0000";

    String written = formatter.format(line(forged));

    assertThat(written.lines()).hasSize(1);
    assertThat(new JsonObject(written).getString("message")).isEqualTo(forged);
  }

  @Test
  void writesTheWholeTraceOfAnException() {
    ExtLogRecord line = line("Failed");
    line.setThrown(new IllegalStateException("outer", new IllegalArgumentException("inner")));

    String written = formatter.format(line);

    assertThat(written.lines()).hasSize(1);
    assertThat(new JsonObject(written).getString("exception"))
        .startsWith("java.lang.IllegalStateException: outer")
        .contains("Caused by: java.lang.IllegalArgumentException: inner");
  }

  @Test
  void leavesOutWhatThereIsNot() {
    assertThat(new JsonObject(formatter.format(line("Hello"))).fieldNames())
        .doesNotContain("request_id", "exception");
  }

  private static ExtLogRecord line(String message) {
    ExtLogRecord line =
        new ExtLogRecord(Level.WARN, message, ExtLogRecord.FormatStyle.NO_FORMAT, "caller");
    line.setLoggerName("dev.colloquy.test");
    line.setInstant(Instant.parse("2026-01-02T03:04:05Z"));
    return line;
  }
}
