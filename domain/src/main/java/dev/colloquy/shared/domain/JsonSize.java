package dev.colloquy.shared.domain;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Measures plain values as the compact JSON they would be written as, without writing it. */
final class JsonSize {

  private JsonSize() {}

  /** Levels of objects and arrays; a scalar has none. */
  static int depth(@Nullable Object value) {
    return switch (value) {
      case Map<?, ?> map -> 1 + map.values().stream().mapToInt(JsonSize::depth).max().orElse(0);
      case List<?> list -> 1 + list.stream().mapToInt(JsonSize::depth).max().orElse(0);
      case null, default -> 0;
    };
  }

  /** Bytes in UTF-8. */
  static long bytes(@Nullable Object value) {
    return switch (value) {
      case null -> 4;
      case Map<?, ?> map -> {
        long size = 2L + Math.max(0, map.size() - 1);
        for (Map.Entry<?, ?> each : map.entrySet()) {
          size += text(String.valueOf(each.getKey())) + 1 + bytes(each.getValue());
        }
        yield size;
      }
      case List<?> list -> {
        long size = 2L + Math.max(0, list.size() - 1);
        for (Object each : list) {
          size += bytes(each);
        }
        yield size;
      }
      case String string -> text(string);
      case Object scalar -> scalar.toString().length();
    };
  }

  private static long text(String text) {
    long size = 2;
    for (int i = 0; i < text.length(); i++) {
      size += width(text.charAt(i));
    }
    return size;
  }

  private static int width(char c) {
    if (c == '"' || c == '\\' || c == '\n' || c == '\r' || c == '\t' || c == '\b' || c == '\f') {
      return 2;
    }
    if (c < 0x20) {
      return 6;
    }
    if (c < 0x80) {
      return 1;
    }
    // each half of a surrogate pair counts two of its four bytes
    return c < 0x800 || Character.isSurrogate(c) ? 2 : 3;
  }
}
