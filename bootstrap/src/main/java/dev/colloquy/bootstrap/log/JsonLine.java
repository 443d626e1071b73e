package dev.colloquy.bootstrap.log;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.util.Locale;

/**
 * One JSON object on one line, its fields in the order in which they are given.
 *
 * <p>It is made of the bare generator, as the log speaks before any object mapper is configured.
 */
public final class JsonLine {

  private static final JsonFactory JSON = new JsonFactory();
  private static final DateTimeFormatter MILLISECONDS =
      new DateTimeFormatterBuilder().appendInstant(3).toFormatter(Locale.ROOT);

  private final StringWriter text = new StringWriter();
  private final JsonGenerator fields;

  private JsonLine() throws IOException {
    fields = JSON.createGenerator(text);
    fields.writeStartObject();
  }

  /** Begins a line of this time, which always has milliseconds, and level. */
  public static JsonLine at(Instant time, String level) {
    try {
      return new JsonLine().with("timestamp", MILLISECONDS.format(time)).with("level", level);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Adds a field; one without a value is left out. */
  public JsonLine with(String name, String value) {
    if (value.isEmpty()) {
      return this;
    }
    try {
      fields.writeStringField(name, value);
      return this;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The object, without the line's end. */
  public String encode() {
    try {
      fields.writeEndObject();
      fields.close();
      return text.toString();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
