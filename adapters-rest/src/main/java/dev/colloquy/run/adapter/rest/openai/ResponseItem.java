package dev.colloquy.run.adapter.rest.openai;

import dev.colloquy.model.domain.ToolRequest;
import dev.colloquy.shared.adapter.rest.body.Fields;
import dev.colloquy.shared.adapter.rest.body.Json;
import java.util.Optional;

/** One item of the input of a response. */
final class ResponseItem {

  private ResponseItem() {}

  /** The kinds that mean something here. */
  private enum Type {
    MESSAGE,
    FUNCTION_CALL,
    FUNCTION_CALL_OUTPUT
  }

  static ChatMessage from(Fields fields) {
    fields.tolerateOthers();
    Optional<Type> type = fields.optional("type", Json.oneOf(Type.class));
    return switch (type.orElse(Type.MESSAGE)) {
      case MESSAGE -> ChatMessage.from(fields);
      case FUNCTION_CALL ->
          ChatMessage.wanting(
              new ToolRequest(
                  fields.required("call_id", Json.text()),
                  fields.required("name", Json.text()),
                  fields.required("arguments", Json.text())));
      case FUNCTION_CALL_OUTPUT ->
          ChatMessage.ofTool(
              fields.required("call_id", Json.text()), fields.required("output", TextParts.JSON));
    };
  }
}
