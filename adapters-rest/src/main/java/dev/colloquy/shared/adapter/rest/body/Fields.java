package dev.colloquy.shared.adapter.rest.body;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.colloquy.shared.domain.InvalidValue;
import dev.colloquy.shared.domain.Metadata;
import dev.colloquy.shared.domain.Patch;
import java.util.HashSet;
import java.util.Iterator;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * A JSON object that is read field by field and remembers everything that is wrong with it. Reading
 * goes on after a violation, with {@code null} in place of the value, so that all of them are told
 * at once; what was bound is thrown away then. A {@code from(Fields)} therefore only passes values
 * on and never looks into them.
 */
public final class Fields {

  private final ObjectNode node;
  private final Pointer at;
  private final Violations violations;
  private final Set<String> known = new HashSet<>();

  Fields(ObjectNode node, Pointer at, Violations violations) {
    this.node = node;
    this.at = at;
    this.violations = violations;
  }

  /**
   * Parses and binds a whole body.
   *
   * @throws dev.colloquy.shared.domain.CommonException.MalformedRequest where it cannot be read
   * @throws dev.colloquy.shared.domain.CommonException.ValidationError with all that is wrong in it
   */
  public static <T> T bind(byte[] body, Function<Fields, T> from) {
    ObjectNode root = StrictJson.parse(body);
    Violations violations = new Violations();
    JsonText.check(root, Pointer.ROOT, violations);
    T bound = new Fields(root, Pointer.ROOT, violations).bindNested(from);
    violations.throwIfAny();
    return orRefused(bound);
  }

  /** Text that must be there and makes a value object. */
  public <T> T required(String name, Function<String, T> make) {
    return required(name, Json.text(make));
  }

  /** A value that must be there; {@code null} counts as missing. */
  public <T> T required(String name, Json<T> type) {
    return switch (find(name)) {
      case Present(JsonNode value) -> orRefused(type.read(value, at.field(name), violations));
      case Absent _, Null _ -> this.<T>refused(name, "is required");
    };
  }

  /** Text that may be missing or {@code null}. */
  public <T> Optional<T> optional(String name, Function<String, T> make) {
    return optional(name, Json.text(make));
  }

  /** A value that may be missing or {@code null}. */
  public <T> Optional<T> optional(String name, Json<T> type) {
    return switch (find(name)) {
      case Present(JsonNode value) ->
          Optional.ofNullable(type.read(value, at.field(name), violations));
      case Absent _, Null _ -> Optional.empty();
    };
  }

  /** In a PATCH: text that stays as it is when not mentioned, and cannot be taken away. */
  public <T> Optional<T> change(String name, Function<String, T> make) {
    return change(name, Json.text(make));
  }

  /** In a PATCH: a value that stays as it is when not mentioned, and cannot be taken away. */
  public <T> Optional<T> change(String name, Json<T> type) {
    return switch (find(name)) {
      case Present(JsonNode value) ->
          Optional.ofNullable(type.read(value, at.field(name), violations));
      case Absent _ -> Optional.empty();
      case Null _ -> Optional.ofNullable(this.<@Nullable T>refused(name, "must not be null"));
    };
  }

  /** In a PATCH: text that {@code null} takes away. */
  public <T> Patch<T> patch(String name, Function<String, T> make) {
    return patch(name, Json.text(make));
  }

  /** In a PATCH: a value that {@code null} takes away. */
  public <T> Patch<T> patch(String name, Json<T> type) {
    return switch (find(name)) {
      case Present(JsonNode value) -> {
        T read = type.read(value, at.field(name), violations);
        yield read == null ? new Patch.Keep<>() : new Patch.Put<>(read);
      }
      case Absent _ -> new Patch.Keep<>();
      case Null _ -> new Patch.Clear<>();
    };
  }

  /** The field {@code metadata} of a new or replaced resource: {@code {}} when missing. */
  public Metadata metadata() {
    return optional("metadata", Json.metadata()).orElse(Metadata.empty());
  }

  /** The field {@code metadata} of a PATCH, which {@link Metadata#merge} takes. */
  public Optional<Map<String, @Nullable Object>> metadataPatch() {
    return change("metadata", Json.object());
  }

  /** The whole object, for a body whose fields are its sender's own; none of them is unknown. */
  public Map<String, @Nullable Object> all() {
    tolerateOthers();
    return PlainValues.map(node, at, violations);
  }

  /** Takes whatever else there is, unread: for protocols that are not ours. */
  public void tolerateOthers() {
    node.fieldNames().forEachRemaining(known::add);
  }

  /** Whether the field is there and not {@code null}; asking makes it a known one. */
  public boolean has(String name) {
    return find(name) instanceof Present;
  }

  /** Notes what is wrong with one field in the light of the others. */
  public void refuse(String name, String detail) {
    violations.add(at.field(name).value(), detail);
  }

  /** Binds this object; what was not asked for is unknown. */
  <T> @Nullable T bindNested(Function<Fields, T> from) {
    T bound = null;
    try {
      bound = from.apply(this);
    } catch (InvalidValue e) {
      violations.add(at.value(), e.detail());
    } catch (NullPointerException e) {
      // a record that does not take null got a refused value
      if (violations.isEmpty()) {
        throw e;
      }
    }
    for (Iterator<String> names = node.fieldNames(); names.hasNext(); ) {
      String name = names.next();
      if (!known.contains(name) && JsonText.isStorable(name)) {
        refuse(name, "is not a field of this request");
      }
    }
    return bound;
  }

  private Presence find(String name) {
    known.add(name);
    JsonNode value = node.get(name);
    if (value == null) {
      return new Absent();
    }
    return value.isNull() ? new Null() : new Present(value);
  }

  @SuppressWarnings(
      "TypeParameterUnusedInFormals") // it never answers a value, whatever type is asked for
  private <T extends @Nullable Object> T refused(String name, String detail) {
    refuse(name, detail);
    return orRefused(null);
  }

  // The one place that hands out null for a value: nobody sees it, as binding ends in a refusal.
  @SuppressWarnings("NullAway")
  private static <T extends @Nullable Object> T orRefused(@Nullable T value) {
    return value;
  }

  private sealed interface Presence {}

  private record Present(JsonNode value) implements Presence {}

  private record Absent() implements Presence {}

  private record Null() implements Presence {}
}
