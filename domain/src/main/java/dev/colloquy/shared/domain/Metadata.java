package dev.colloquy.shared.domain;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What users keep with a resource of theirs: any JSON object, as plain JDK types. At most 16 KiB as
 * compact JSON in UTF-8 and 8 levels deep, the object itself being the first.
 *
 * <p>Numbers are {@code Long} where they are whole and fit, and {@code Double} otherwise, whoever
 * read them: two that are written alike are equal.
 */
public record Metadata(Map<String, @Nullable Object> values) {

  /** In bytes of compact JSON. */
  public static final int MAX_BYTES = 16 * 1024;

  public static final int MAX_DEPTH = 8;

  private static final Metadata EMPTY = new Metadata(Map.of());

  // not compact: the class file would lose which values may be null, and callers could not tell
  public Metadata(Map<String, @Nullable Object> values) {
    if (JsonSize.depth(values) > MAX_DEPTH) {
      throw new InvalidValue("must be at most " + MAX_DEPTH + " levels deep");
    }
    if (JsonSize.bytes(values) > MAX_BYTES) {
      throw new InvalidValue("must have at most " + MAX_BYTES + " bytes as JSON");
    }
    this.values = frozen(values);
  }

  public static Metadata empty() {
    return EMPTY;
  }

  /**
   * Applies a merge patch (RFC 7396): objects are merged, {@code null} removes, all else replaces.
   */
  public Metadata merge(Map<String, @Nullable Object> patch) {
    return new Metadata(merged(values, patch));
  }

  private static Map<String, @Nullable Object> merged(
      Map<?, ? extends @Nullable Object> target, Map<?, ? extends @Nullable Object> patch) {
    Map<String, @Nullable Object> result = new LinkedHashMap<>();
    target.forEach((name, value) -> result.put((String) name, value));
    patch.forEach(
        (name, value) -> {
          switch (value) {
            case null -> result.remove(name);
            case Map<?, ?> inner ->
                result.put(
                    (String) name,
                    merged(result.get(name) instanceof Map<?, ?> old ? old : Map.of(), inner));
            default -> result.put((String) name, value);
          }
        });
    return result;
  }

  private static Map<String, @Nullable Object> frozen(Map<?, ? extends @Nullable Object> values) {
    Map<String, @Nullable Object> copy = new LinkedHashMap<>();
    values.forEach((name, value) -> copy.put((String) name, frozenValue(value)));
    return Collections.unmodifiableMap(copy);
  }

  private static @Nullable Object frozenValue(@Nullable Object value) {
    return switch (value) {
      case Map<?, ?> map -> frozen(map);
      case List<?> list -> {
        List<@Nullable Object> copy = new ArrayList<>(list.size());
        list.forEach(each -> copy.add(frozenValue(each)));
        yield Collections.unmodifiableList(copy);
      }
      case Number number -> frozenNumber(number);
      case null -> null;
      case Object scalar -> scalar;
    };
  }

  private static Number frozenNumber(Number number) {
    boolean whole =
        switch (number) {
          case Integer small -> true;
          case Long large -> true;
          case BigInteger any -> any.bitLength() < Long.SIZE;
          default -> false;
        };
    return whole ? (Number) number.longValue() : (Number) number.doubleValue();
  }
}
