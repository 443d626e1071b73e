package dev.colloquy.shared.adapter.rest.body;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.colloquy.shared.adapter.rest.request.Texts;
import dev.colloquy.shared.domain.InvalidValue;
import dev.colloquy.shared.domain.Metadata;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.function.DoubleFunction;
import java.util.function.Function;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * How a JSON value becomes one of ours. A value that does not fit is noted among the violations and
 * read as nothing.
 */
public final class Json<T> {

  private final Reader<T> reader;

  private Json(Reader<T> reader) {
    this.reader = reader;
  }

  private interface Reader<T> {

    @Nullable T read(JsonNode node, Pointer at, Violations violations);
  }

  @Nullable T read(JsonNode node, Pointer at, Violations violations) {
    try {
      return reader.read(node, at, violations);
    } catch (InvalidValue e) {
      violations.add(at.value(), e.detail());
      return null;
    }
  }

  /** Any text that can be stored. */
  public static Json<String> text() {
    return text(Function.identity());
  }

  /** Text that makes a value object, whose {@link InvalidValue} is told at the field. */
  public static <T> Json<T> text(Function<String, T> make) {
    return new Json<>(
        (node, at, violations) -> {
          expect(node.isTextual(), "must be a string");
          String text = node.textValue();
          // what cannot be stored has been noted by the look through the whole body
          return JsonText.isStorable(text) ? make.apply(text) : null;
        });
  }

  /** A UUID in its usual form. */
  public static <T> Json<T> id(Function<UUID, T> make) {
    return text(
        text -> make.apply(Texts.uuid(text).orElseThrow(() -> new InvalidValue("must be a UUID"))));
  }

  /** A time as RFC 3339 writes it, with any offset; cut to microseconds. */
  public static Json<Instant> instant() {
    return text(
        text ->
            Texts.instant(text)
                .orElseThrow(
                    () -> new InvalidValue("must be a time such as 2030-01-31T12:00:00Z")));
  }

  /** One of an enum's constants, in lower case. */
  public static <E extends Enum<E>> Json<E> oneOf(Class<E> type) {
    Map<String, E> constants = new LinkedHashMap<>();
    for (E each : type.getEnumConstants()) {
      constants.put(each.name().toLowerCase(Locale.ROOT), each);
    }
    return text(
        text -> {
          E constant = constants.get(text);
          if (constant == null) {
            throw new InvalidValue("must be one of " + String.join(", ", constants.keySet()));
          }
          return constant;
        });
  }

  /** A whole number within these bounds. */
  public static Json<Long> whole(long min, long max) {
    return new Json<>(
        (node, at, violations) -> {
          expect(node.isIntegralNumber(), "must be a whole number");
          boolean fits = node.canConvertToLong();
          long value = node.longValue();
          expect(fits && value >= min && value <= max, "must be from " + min + " to " + max);
          return value;
        });
  }

  /** A whole number within these bounds. */
  public static Json<Integer> whole(int min, int max) {
    return whole((long) min, (long) max).as(Math::toIntExact);
  }

  /** Any number, of which a value is made. */
  public static <T> Json<T> number(DoubleFunction<T> make) {
    return new Json<>(
        (node, at, violations) -> {
          expect(node.isNumber(), "must be a number");
          expect(Double.isFinite(node.doubleValue()), "is too large a number");
          return make.apply(node.doubleValue());
        });
  }

  public static Json<Boolean> flag() {
    return new Json<>(
        (node, at, violations) -> {
          expect(node.isBoolean(), "must be true or false");
          return node.booleanValue();
        });
  }

  /** A list with at most this many items; every item that does not fit is told. */
  public static <T> Json<List<T>> list(int max, Json<T> item) {
    return new Json<>(
        (node, at, violations) -> {
          expect(node.isArray(), "must be an array");
          expect(node.size() <= max, "must have at most " + max + " items");
          List<T> items = new ArrayList<>(node.size());
          for (int i = 0; i < node.size(); i++) {
            T value = item.read(node.get(i), at.item(i), violations);
            if (value != null) {
              items.add(value);
            }
          }
          return List.copyOf(items);
        });
  }

  /** An object with fields of its own. */
  public static <T> Json<T> nested(Function<Fields, T> from) {
    return new Json<>(
        (node, at, violations) -> new Fields(object(node), at, violations).bindNested(from));
  }

  /** Any object, as plain JDK types. */
  public static Json<Map<String, @Nullable Object>> object() {
    return new Json<>((node, at, violations) -> PlainValues.map(object(node), at, violations));
  }

  /** Any object, as JSON text. */
  public static Json<String> source() {
    return new Json<>((node, at, violations) -> object(node).toString());
  }

  /** What users keep with a resource. */
  public static Json<Metadata> metadata() {
    return object().as(Metadata::new);
  }

  /** This JSON, or an array that is read in another way. */
  public Json<T> orArray(Json<T> array) {
    return new Json<>(
        (node, at, violations) ->
            (node.isArray() ? array : this).reader.read(node, at, violations));
  }

  /** The same JSON as another value; the mapping may throw {@link InvalidValue}. */
  public <R> Json<R> as(Function<? super T, ? extends R> mapping) {
    return new Json<>(
        (node, at, violations) -> {
          T value = reader.read(node, at, violations);
          return value == null ? null : mapping.apply(value);
        });
  }

  /** The same JSON, as long as the value passes. */
  public Json<T> where(Predicate<? super T> allowed, String detail) {
    return as(
        value -> {
          expect(allowed.test(value), detail);
          return value;
        });
  }

  private static ObjectNode object(JsonNode node) {
    if (node instanceof ObjectNode object) {
      return object;
    }
    throw new InvalidValue("must be an object");
  }

  private static void expect(boolean fits, String detail) {
    if (!fits) {
      throw new InvalidValue(detail);
    }
  }
}
