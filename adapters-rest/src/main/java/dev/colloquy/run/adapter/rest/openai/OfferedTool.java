package dev.colloquy.run.adapter.rest.openai;

import dev.colloquy.model.domain.ToolOffer;
import dev.colloquy.shared.adapter.rest.body.Fields;
import dev.colloquy.shared.adapter.rest.body.Json;
import java.util.regex.Pattern;

/** A function that the caller has the model ask for. */
final class OfferedTool {

  /** Whether tools may be asked for; that one has to be cannot be promised for every provider. */
  static final Json<Boolean> CHOICE =
      Json.text()
          .where(
              it -> it.equals("auto") || it.equals("none"),
              "must be auto or none: nothing else is supported here")
          .as("auto"::equals);

  private static final Pattern NAME = Pattern.compile("[a-zA-Z0-9_-]{1,64}");
  private static final String NO_PARAMETERS = "{\"type\":\"object\",\"properties\":{}}";

  private OfferedTool() {}

  static ToolOffer from(Fields fields) {
    demandFunction(fields);
    return fields.required("function", Json.nested(OfferedTool::function));
  }

  /** As {@code /v1/responses} has it, without the wrapping. */
  static ToolOffer flat(Fields fields) {
    demandFunction(fields);
    return function(fields);
  }

  private static void demandFunction(Fields fields) {
    fields.tolerateOthers();
    fields.required(
        "type", Json.text().where("function"::equals, "must be function: no other tool is known"));
  }

  private static ToolOffer function(Fields fields) {
    fields.tolerateOthers();
    return new ToolOffer(
        fields.required(
            "name",
            Json.text()
                .where(
                    it -> NAME.matcher(it).matches(), "must be 1 to 64 letters, digits, _ and -")),
        fields.optional("description", Json.text()).orElse(""),
        fields.optional("parameters", Json.source()).orElse(NO_PARAMETERS));
  }
}
