package dev.colloquy.benchmarks.reference;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.json.JsonObject;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.RowSet;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.OffsetDateTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Writes the same fields as the product's answers, with the generator alone. */
final class MessageJson {

  private static final JsonFactory JSON = new JsonFactory();
  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm:ss.SSSSSS'Z'");
  private static final int SEQ = 2;

  private MessageJson() {}

  static Buffer page(RowSet<Row> rows, int limit) {
    List<Row> found = new ArrayList<>(limit);
    for (Row row : rows) {
      if (found.size() < limit) {
        found.add(row);
      }
    }
    return written(
        json -> {
          json.writeStartObject();
          json.writeArrayFieldStart("items");
          for (Row row : found.reversed()) {
            message(json, row);
          }
          json.writeEndArray();
          text(json, "next_cursor", rows.size() > limit ? found.getLast().getLong(SEQ) : null);
          json.writeEndObject();
        });
  }

  static Buffer posted(Posted it, long seq) {
    return written(
        json -> {
          json.writeStartObject();
          text(json, "id", it.id());
          text(json, "conversation_id", it.conversation());
          json.writeNumberField("seq", seq);
          text(json, "sender_id", it.user());
          text(json, "sender", "user");
          text(json, "role", "user");
          text(json, "content", it.content());
          time(json, "timestamp", it.now());
          for (String name : List.of("parent_id", "edited_at", "deleted_at", "superseded_by")) {
            json.writeNullField(name);
          }
          json.writeNullField("run_id");
          json.writeNullField("token_count");
          json.writeObjectFieldStart("metadata");
          json.writeEndObject();
          json.writeNumberField("version", 1);
          json.writeEndObject();
        });
  }

  private static void message(JsonGenerator json, Row row) throws IOException {
    int at = 0;
    json.writeStartObject();
    text(json, "id", row.getUUID(at++));
    text(json, "conversation_id", row.getUUID(at++));
    json.writeNumberField("seq", row.getLong(at++));
    text(json, "sender", row.getString(at++));
    text(json, "sender_id", row.getUUID(at++));
    text(json, "role", row.getString(at++));
    text(json, "content", row.getString(at++));
    time(json, "timestamp", row.getOffsetDateTime(at++));
    text(json, "parent_id", row.getUUID(at++));
    time(json, "edited_at", row.getOffsetDateTime(at++));
    time(json, "deleted_at", row.getOffsetDateTime(at++));
    text(json, "superseded_by", row.getUUID(at++));
    text(json, "run_id", row.getUUID(at++));
    text(json, "token_count", row.getInteger(at++));
    JsonObject metadata = row.getJsonObject(at++);
    json.writeFieldName("metadata");
    json.writeRawValue(metadata.isEmpty() ? "{}" : metadata.encode());
    json.writeNumberField("version", row.getLong(at));
    json.writeEndObject();
  }

  private static void text(JsonGenerator json, String name, @Nullable Object value)
      throws IOException {
    if (value == null) {
      json.writeNullField(name);
    } else {
      json.writeStringField(name, value.toString());
    }
  }

  private static void time(JsonGenerator json, String name, @Nullable OffsetDateTime value)
      throws IOException {
    text(json, name, value == null ? null : TIME.format(value));
  }

  private interface Writing {

    void to(JsonGenerator json) throws IOException;
  }

  private static Buffer written(Writing writing) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream(1024);
    try (JsonGenerator json = JSON.createGenerator(bytes)) {
      writing.to(json);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return Buffer.buffer(bytes.toByteArray());
  }
}
