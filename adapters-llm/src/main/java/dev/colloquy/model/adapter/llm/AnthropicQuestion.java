package dev.colloquy.model.adapter.llm;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.colloquy.model.domain.ModelCall;
import dev.colloquy.model.domain.ToolOffer;
import dev.colloquy.model.domain.ToolRequest;
import dev.colloquy.model.domain.Turn;
import dev.colloquy.model.domain.Turn.Answered;
import dev.colloquy.model.domain.Turn.Asked;
import dev.colloquy.model.domain.Turn.Instructed;
import dev.colloquy.model.domain.Turn.ToolAnswered;
import java.util.stream.Collectors;

/**
 * A call as a request for a message. Instructions stand apart; turns of one side that follow each
 * other are one message, as the answers of tools asked for together must be; empty texts, which the
 * protocol refuses, are left out.
 */
final class AnthropicQuestion {

  /** The protocol wants a limit; every model of theirs can say this much. */
  private static final int USUAL_MOST = 4096;

  private static final double HOTTEST = 1;

  private AnthropicQuestion() {}

  static JsonNode of(ModelCall call) {
    ObjectNode question =
        Json.object()
            .put("model", call.model())
            .put("stream", true)
            .put("max_tokens", call.maxTokens().orElse(USUAL_MOST));
    call.temperature().ifPresent(it -> question.put("temperature", Math.min(HOTTEST, it)));
    String system = system(call);
    if (!system.isEmpty()) {
      question.put("system", system);
    }
    ArrayNode messages = question.putArray("messages");
    call.turns().forEach(turn -> add(turn, messages));
    if (!call.tools().isEmpty()) {
      ArrayNode tools = question.putArray("tools");
      call.tools().forEach(tool -> tools.add(tool(tool)));
    }
    return question;
  }

  private static String system(ModelCall call) {
    return call.turns().stream()
        .filter(Instructed.class::isInstance)
        .map(it -> ((Instructed) it).text())
        .collect(Collectors.joining("\n\n"));
  }

  private static void add(Turn turn, ArrayNode messages) {
    switch (turn) {
      case Instructed apart -> {}
      case Asked(String text) -> addText(text, "user", messages);
      case Answered answered -> {
        addText(answered.text(), "assistant", messages);
        answered.tools().forEach(it -> content("assistant", messages).add(request(it)));
      }
      case ToolAnswered(String request, String text) ->
          content("user", messages)
              .addObject()
              .put("type", "tool_result")
              .put("tool_use_id", request)
              .put("content", text);
    }
  }

  private static void addText(String text, String role, ArrayNode messages) {
    if (!text.isBlank()) {
      content(role, messages).addObject().put("type", "text").put("text", text);
    }
  }

  /** The content of the last message, if it is of this side, or of a new one. */
  private static ArrayNode content(String role, ArrayNode messages) {
    JsonNode last = messages.path(messages.size() - 1);
    return last.path("role").asText().equals(role)
        ? last.withArray("content")
        : messages.addObject().put("role", role).putArray("content");
  }

  private static ObjectNode request(ToolRequest request) {
    ObjectNode node =
        Json.object().put("type", "tool_use").put("id", request.id()).put("name", request.name());
    // what the model wrote may be no JSON; here it must be
    node.set(
        "input",
        Json.parsed(request.arguments())
            .orElseGet(() -> Json.object().put("text", request.arguments())));
    return node;
  }

  private static ObjectNode tool(ToolOffer offer) {
    ObjectNode tool =
        Json.object().put("name", offer.name()).put("description", offer.description());
    tool.set("input_schema", Json.schema(offer));
    return tool;
  }
}
