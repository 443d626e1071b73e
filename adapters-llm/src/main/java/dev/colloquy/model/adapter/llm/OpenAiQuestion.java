package dev.colloquy.model.adapter.llm;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.colloquy.model.domain.Dialect;
import dev.colloquy.model.domain.ModelCall;
import dev.colloquy.model.domain.ToolOffer;
import dev.colloquy.model.domain.ToolRequest;
import dev.colloquy.model.domain.Turn;
import dev.colloquy.model.domain.Turn.Answered;
import dev.colloquy.model.domain.Turn.Asked;
import dev.colloquy.model.domain.Turn.Instructed;
import dev.colloquy.model.domain.Turn.ToolAnswered;

/** A call as a request for a chat completion. */
final class OpenAiQuestion {

  private OpenAiQuestion() {}

  static JsonNode of(ModelCall call) {
    Dialect dialect = call.endpoint().dialect();
    ObjectNode question = Json.object().put("model", call.model()).put("stream", true);
    if (dialect.streamOptions()) {
      question.putObject("stream_options").put("include_usage", true);
    }
    call.temperature().ifPresent(it -> question.put("temperature", it));
    call.maxTokens().ifPresent(it -> question.put(dialect.maxTokensField(), it));
    ArrayNode messages = question.putArray("messages");
    call.turns().forEach(turn -> messages.add(message(turn, dialect)));
    if (!call.tools().isEmpty()) {
      ArrayNode tools = question.putArray("tools");
      call.tools().forEach(tool -> tools.add(tool(tool)));
    }
    return question;
  }

  private static ObjectNode message(Turn turn, Dialect dialect) {
    return switch (turn) {
      case Instructed(String text) ->
          message(dialect.developerRole() ? "developer" : "system", text);
      case Asked(String text) -> message("user", text);
      case Answered answered -> answered(answered);
      case ToolAnswered(String request, String text) ->
          message("tool", text).put("tool_call_id", request);
    };
  }

  private static ObjectNode message(String role, String text) {
    return Json.object().put("role", role).put("content", text);
  }

  private static ObjectNode answered(Answered answered) {
    ObjectNode message = message("assistant", answered.text());
    if (!answered.tools().isEmpty()) {
      if (answered.text().isEmpty()) {
        message.putNull("content");
      }
      ArrayNode calls = message.putArray("tool_calls");
      answered.tools().forEach(request -> calls.add(call(request)));
    }
    return message;
  }

  private static ObjectNode call(ToolRequest request) {
    ObjectNode call = Json.object().put("id", request.id()).put("type", "function");
    call.putObject("function").put("name", request.name()).put("arguments", request.arguments());
    return call;
  }

  private static ObjectNode tool(ToolOffer offer) {
    ObjectNode tool = Json.object().put("type", "function");
    tool.putObject("function")
        .put("name", offer.name())
        .put("description", offer.description())
        .set("parameters", Json.schema(offer));
    return tool;
  }
}
