package dev.colloquy.run.adapter.rest.openai;

import dev.colloquy.shared.adapter.rest.body.Fields;
import dev.colloquy.shared.adapter.rest.body.Json;
import java.util.Set;

/** The content of a message: text, or parts of it. */
final class TextParts {

  static final Json<String> JSON =
      Json.text()
          .orArray(
              Json.list(1_000, Json.nested(TextParts::part)).as(parts -> String.join("", parts)));

  /** Those of both of the protocol's routes. */
  private static final Set<String> TEXTS = Set.of("text", "input_text", "output_text");

  private TextParts() {}

  private static String part(Fields fields) {
    fields.tolerateOthers();
    fields.required(
        "type", Json.text().where(TEXTS::contains, "must be text: nothing else is supported here"));
    return fields.required("text", Json.text());
  }
}
