package dev.colloquy.shared.adapter.rest.document;

import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.openapi.models.media.Schema;
import org.eclipse.microprofile.openapi.models.media.Schema.SchemaType;
import org.jspecify.annotations.Nullable;

/** An example of each field, by its name, where its schema has none of its own. */
final class Examples {

  private static final String TIME = "2026-03-01T09:30:00.000000Z";

  private static final Map<String, Object> BY_NAME =
      Map.ofEntries(
          Map.entry("email", "ada@example.com"),
          Map.entry("username", "ada"),
          Map.entry("name", "Ada Lovelace"),
          Map.entry("password", "correct horse battery staple"),
          Map.entry("topic", "Launch plan"),
          Map.entry("title", "Launch plan"),
          Map.entry("description", "Everything about the launch"),
          Map.entry("content", "What is left to do?"),
          Map.entry("modality", "chat"),
          Map.entry("seq", 7),
          Map.entry("version", 1),
          Map.entry("position", 4711),
          Map.entry("next_after", 4711),
          Map.entry("head", 4711),
          Map.entry("expires_in", 900),
          Map.entry("next_cursor", "eyJhZnRlciI6Nn0.c2ln"),
          Map.entry("cursor", "eyJhZnRlciI6Nn0.c2ln"));

  private Examples() {}

  static void addTo(Schema schema) {
    if (schema.getProperties() != null) {
      schema.getProperties().forEach(Examples::complete);
    }
  }

  private static void complete(String name, Schema property) {
    Object example = has(property) ? null : of(name, property);
    if (example != null) {
      property.setExamples(List.of(example));
    }
  }

  private static boolean has(Schema property) {
    return property.getRef() != null
        || property.getExamples() != null
        || property.getEnumeration() != null;
  }

  private static @Nullable Object of(String name, Schema property) {
    if (name.endsWith("_at") || "date-time".equals(property.getFormat())) {
      return TIME;
    }
    if ("uuid".equals(property.getFormat())) {
      return "0199a5c0-5b7e-7c44-9d6e-0f3b8a1c2d3e";
    }
    boolean plain =
        property.getType() != null
            && property.getType().stream()
                .noneMatch(it -> it == SchemaType.ARRAY || it == SchemaType.OBJECT);
    return plain ? BY_NAME.get(name) : null;
  }
}
