package dev.colloquy.run.adapter.rest.openai;

import dev.colloquy.model.domain.ToolRequest;
import dev.colloquy.model.domain.Turn;
import dev.colloquy.shared.adapter.rest.body.Fields;
import dev.colloquy.shared.adapter.rest.body.Json;
import java.util.List;
import java.util.Optional;

/**
 * One of the messages that a client sends along.
 *
 * @param text empty where an assistant only asked for tools
 * @param answered the tool call that a tool's message answers
 */
record ChatMessage(Role role, String text, List<ToolRequest> asked, Optional<String> answered) {

  private static final int MAX_CALLS = 128;

  /** Who said it. */
  enum Role {
    SYSTEM,
    DEVELOPER,
    USER,
    ASSISTANT,
    TOOL
  }

  static ChatMessage from(Fields fields) {
    fields.tolerateOthers();
    return new ChatMessage(
        fields.required("role", Json.oneOf(Role.class)),
        fields.optional("content", TextParts.JSON).orElse(""),
        fields
            .optional("tool_calls", Json.list(MAX_CALLS, Json.nested(ChatMessage::call)))
            .orElse(List.of()),
        fields.optional("tool_call_id", Json.text()));
  }

  static ChatMessage asked(String text) {
    return new ChatMessage(Role.USER, text, List.of(), Optional.empty());
  }

  static ChatMessage instructed(String text) {
    return new ChatMessage(Role.SYSTEM, text, List.of(), Optional.empty());
  }

  static ChatMessage wanting(ToolRequest tool) {
    return new ChatMessage(Role.ASSISTANT, "", List.of(tool), Optional.empty());
  }

  static ChatMessage ofTool(String request, String text) {
    return new ChatMessage(Role.TOOL, text, List.of(), Optional.of(request));
  }

  Turn turn() {
    return switch (role) {
      case SYSTEM, DEVELOPER -> new Turn.Instructed(text);
      case USER -> new Turn.Asked(text);
      case ASSISTANT -> new Turn.Answered(text, asked);
      case TOOL -> new Turn.ToolAnswered(answered.orElse(""), text);
    };
  }

  private static ToolRequest call(Fields fields) {
    fields.tolerateOthers();
    String id = fields.required("id", Json.text());
    return fields.required("function", Json.nested(function -> request(id, function)));
  }

  private static ToolRequest request(String id, Fields function) {
    function.tolerateOthers();
    return new ToolRequest(
        id,
        function.required("name", Json.text()),
        function.optional("arguments", Json.text()).orElse("{}"));
  }
}
