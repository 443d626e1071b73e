package dev.colloquy.run.adapter.rest.openai;

import dev.colloquy.model.domain.ToolRequest;
import java.util.List;

/** A part of what a response says. */
sealed interface OutputItem {

  /** What the model says. */
  record Message(String id, String type, String status, String role, List<Text> content)
      implements OutputItem {}

  /** What it wants its caller to call. */
  record FunctionCall(
      String id, String type, String status, String callId, String name, String arguments)
      implements OutputItem {}

  /** The text of a message. */
  record Text(String type, String text, List<Object> annotations) {

    static Text of(String text) {
      return new Text("output_text", text, List.of());
    }
  }

  static Message begun(String id) {
    return new Message(id, "message", "in_progress", "assistant", List.of());
  }

  static Message said(String id, String text) {
    return new Message(id, "message", "completed", "assistant", List.of(Text.of(text)));
  }

  static FunctionCall begun(String id, ToolRequest tool) {
    return new FunctionCall(id, "function_call", "in_progress", tool.id(), tool.name(), "");
  }

  static FunctionCall wanted(String id, ToolRequest tool) {
    return new FunctionCall(
        id, "function_call", "completed", tool.id(), tool.name(), tool.arguments());
  }
}
