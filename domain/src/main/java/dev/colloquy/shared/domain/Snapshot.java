package dev.colloquy.shared.domain;

import java.time.Instant;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Builds the plain-typed picture of a resource that its events carry, field by field in the order
 * of the public JSON. It renders ids, times, enums and optionals as the API does.
 */
public final class Snapshot {

  private final Map<String, @Nullable Object> fields = new LinkedHashMap<>();

  /** Adds a field; an empty optional becomes {@code null}. */
  public Snapshot with(String name, @Nullable Object value) {
    fields.put(name, plain(value));
    return this;
  }

  public Map<String, @Nullable Object> toMap() {
    return Collections.unmodifiableMap(fields);
  }

  private static @Nullable Object plain(@Nullable Object value) {
    return switch (value) {
      case null -> null;
      case Optional<?> optional -> plain(optional.orElse(null));
      case Instant instant -> Times.format(instant);
      case Enum<?> constant -> constant.name().toLowerCase(Locale.ROOT);
      case UUID id -> id.toString();
      case Metadata metadata -> metadata.values();
      case Collection<?> many -> many.stream().<@Nullable Object>map(Snapshot::plain).toList();
      case Number number -> number;
      case Boolean flag -> flag;
      case Map<?, ?> map -> map;
      case Object other -> other.toString();
    };
  }
}
