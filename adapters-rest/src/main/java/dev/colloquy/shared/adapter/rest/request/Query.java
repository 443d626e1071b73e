package dev.colloquy.shared.adapter.rest.request;

import dev.colloquy.shared.domain.CommonException.MalformedRequest;
import dev.colloquy.shared.domain.CommonException.NotFound;
import dev.colloquy.shared.domain.InvalidValue;
import java.time.Instant;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Reads parameters of query and path from the strings they come as: what the framework converts, it
 * answers with 404. A malformed query parameter fails with {@link MalformedRequest}.
 */
public final class Query {

  private Query() {}

  /** The id in a path; what is no id names nothing. */
  public static <T> T pathId(String thing, String text, Function<UUID, T> make) {
    return Texts.uuid(text).map(make).orElseThrow(() -> new NotFound(thing));
  }

  public static <T> Optional<T> id(String name, @Nullable String text, Function<UUID, T> make) {
    return read(text).map(it -> make.apply(orMalformed(Texts.uuid(it), name, "must be a UUID")));
  }

  public static Optional<Instant> instant(String name, @Nullable String text) {
    return read(text).map(it -> orMalformed(Texts.instant(it), name, "must be a time in RFC 3339"));
  }

  /** A whole number within these bounds. */
  public static Optional<Long> whole(String name, @Nullable String text, long min, long max) {
    String detail = "must be a whole number from " + min + " to " + max;
    return read(text)
        .map(it -> orMalformed(parse(it), name, detail))
        .map(it -> orMalformed(Optional.of(it).filter(n -> n >= min && n <= max), name, detail));
  }

  public static Optional<Boolean> flag(String name, @Nullable String text) {
    return read(text)
        .map(
            it ->
                switch (it) {
                  case "true" -> true;
                  case "false" -> false;
                  default -> throw malformed(name, "must be true or false");
                });
  }

  /** One of an enum's constants, in lower case. */
  public static <E extends Enum<E>> Optional<E> oneOf(
      String name, @Nullable String text, Class<E> type) {
    return read(text)
        .map(it -> orMalformed(constant(it, type), name, "must be one of " + names(type)));
  }

  /** Text that makes a value object, whose {@link InvalidValue} makes the request malformed. */
  public static <T> Optional<T> text(String name, @Nullable String text, Function<String, T> make) {
    try {
      return read(text).map(make);
    } catch (InvalidValue e) {
      throw malformed(name, e.detail());
    }
  }

  // What is left empty in a form's query string was not filled in.
  private static Optional<String> read(@Nullable String text) {
    if (text != null && text.indexOf('\0') >= 0) {
      throw new MalformedRequest("A query parameter must not contain U+0000.");
    }
    return Optional.ofNullable(text).filter(it -> !it.isEmpty());
  }

  private static Optional<Long> parse(String text) {
    try {
      return Optional.of(Long.parseLong(text));
    } catch (NumberFormatException e) {
      return Optional.empty();
    }
  }

  private static <E extends Enum<E>> Optional<E> constant(String text, Class<E> type) {
    return Arrays.stream(type.getEnumConstants())
        .filter(each -> each.name().toLowerCase(Locale.ROOT).equals(text))
        .findFirst();
  }

  private static <E extends Enum<E>> String names(Class<E> type) {
    return Arrays.stream(type.getEnumConstants())
        .map(each -> each.name().toLowerCase(Locale.ROOT))
        .collect(Collectors.joining(", "));
  }

  private static <T> T orMalformed(Optional<T> value, String name, String detail) {
    return value.orElseThrow(() -> malformed(name, detail));
  }

  private static MalformedRequest malformed(String name, String detail) {
    return new MalformedRequest("The query parameter \"" + name + "\" " + detail + ".");
  }
}
