package dev.colloquy.shared.adapter.persistence;

import io.vertx.core.json.JsonObject;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.RowSet;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Between the JDK's types and those that the client takes and gives. */
public final class Columns {

  private Columns() {}

  /** For {@code timestamptz}. */
  public static OffsetDateTime timestamp(Instant instant) {
    return instant.atOffset(ZoneOffset.UTC);
  }

  /** For {@code jsonb}; a string would be kept as a JSON string. */
  public static JsonObject json(Map<String, @Nullable Object> object) {
    return new JsonObject(object);
  }

  /** How an enum's constant is kept: its name in lower case. */
  public static String text(Enum<?> constant) {
    return constant.name().toLowerCase(Locale.ROOT);
  }

  /** The enum's constant of that name in lower case. */
  public static <E extends Enum<E>> E constant(Class<E> type, String text) {
    return Enum.valueOf(type, text.toUpperCase(Locale.ROOT));
  }

  public static Instant instant(Row row, String column) {
    return row.getOffsetDateTime(column).toInstant();
  }

  public static Optional<Instant> optionalInstant(Row row, String column) {
    return Optional.ofNullable(row.getOffsetDateTime(column)).map(OffsetDateTime::toInstant);
  }

  /** The same by the column's place, for rows that come in numbers: a name has to be looked for. */
  public static Instant instant(Row row, int place) {
    return row.getOffsetDateTime(place).toInstant();
  }

  public static Optional<Instant> optionalInstant(Row row, int place) {
    return Optional.ofNullable(row.getOffsetDateTime(place)).map(OffsetDateTime::toInstant);
  }

  @SuppressWarnings("NullAway") // Vert.x does not declare that a JSON object's values may be null
  public static Map<String, @Nullable Object> object(Row row, String column) {
    return row.getJsonObject(column).getMap();
  }

  @SuppressWarnings("NullAway") // as above
  public static Map<String, @Nullable Object> object(Row row, int place) {
    return row.getJsonObject(place).getMap();
  }

  public static <T> List<T> list(RowSet<Row> rows, Function<Row, T> mapping) {
    List<T> all = new ArrayList<>(rows.size());
    rows.forEach(row -> all.add(mapping.apply(row)));
    return all;
  }

  public static <T> Optional<T> first(RowSet<Row> rows, Function<Row, T> mapping) {
    for (Row row : rows) {
      return Optional.of(mapping.apply(row));
    }
    return Optional.empty();
  }
}
