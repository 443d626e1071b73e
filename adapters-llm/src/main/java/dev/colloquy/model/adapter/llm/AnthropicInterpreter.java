package dev.colloquy.model.adapter.llm;

import com.fasterxml.jackson.databind.JsonNode;
import dev.colloquy.model.domain.FinishReason;
import dev.colloquy.model.domain.ModelCallFailed.Fault;
import dev.colloquy.model.domain.ModelEvent;
import dev.colloquy.model.domain.ModelEvent.Counted;
import dev.colloquy.model.domain.ModelEvent.Said;
import dev.colloquy.model.domain.ModelEvent.Thought;
import dev.colloquy.model.domain.ModelEvent.ToolAsked;
import dev.colloquy.model.domain.TokenUsage;
import java.util.OptionalInt;
import java.util.function.Consumer;
import java.util.function.Function;

/** Reads the events of a message; kinds that it does not know it passes over, as the API asks. */
final class AnthropicInterpreter implements Interpreter {

  private final ToolCalls tools = new ToolCalls();
  private TokenUsage usage = TokenUsage.NONE;
  private String reason = "";
  private boolean whole;

  @Override
  public void read(String data, Consumer<ModelEvent> pieces) {
    JsonNode event = Json.received(data);
    switch (Json.text(event.path("type"))) {
      case "message_start" -> count(event.path("message").path("usage"), pieces);
      case "content_block_start" -> block(event, pieces);
      case "content_block_delta" -> delta(event, pieces);
      case "message_delta" -> {
        String said = Json.text(event.path("delta").path("stop_reason"));
        reason = said.isEmpty() ? reason : said;
        count(event.path("usage"), pieces);
      }
      case "message_stop" -> whole = true;
      case "error" -> throw ReportedError.failure(event.path("error"));
      default -> {}
    }
  }

  @Override
  public boolean isWhole() {
    return whole;
  }

  @Override
  public FinishReason finish(Consumer<ModelEvent> pieces) {
    if (!whole) {
      throw Failures.of(Fault.BROKEN);
    }
    FinishReason why = why();
    if (why == FinishReason.TOOL_CALLS) {
      tools.whole().forEach(request -> pieces.accept(new ToolAsked(request)));
    }
    return why;
  }

  private FinishReason why() {
    return switch (reason) {
      case "" -> throw Failures.of(Fault.BROKEN);
      case "max_tokens", "model_context_window_exceeded" -> FinishReason.LENGTH;
      case "refusal" -> FinishReason.CONTENT_FILTER;
      default -> tools.isEmpty() ? FinishReason.STOP : FinishReason.TOOL_CALLS;
    };
  }

  private void block(JsonNode event, Consumer<ModelEvent> pieces) {
    JsonNode block = event.path("content_block");
    switch (Json.text(block.path("type"))) {
      case "text" -> say(block.path("text"), Said::new, pieces);
      case "thinking" -> say(block.path("thinking"), Thought::new, pieces);
      case "tool_use" ->
          tools.add(index(event), Json.text(block.path("id")), Json.text(block.path("name")), "");
      default -> {}
    }
  }

  private void delta(JsonNode event, Consumer<ModelEvent> pieces) {
    JsonNode delta = event.path("delta");
    switch (Json.text(delta.path("type"))) {
      case "text_delta" -> say(delta.path("text"), Said::new, pieces);
      case "thinking_delta" -> say(delta.path("thinking"), Thought::new, pieces);
      case "input_json_delta" ->
          tools.add(index(event), "", "", Json.text(delta.path("partial_json")));
      default -> {}
    }
  }

  private static void say(
      JsonNode text, Function<String, ModelEvent> manner, Consumer<ModelEvent> pieces) {
    String piece = Json.text(text);
    if (!piece.isEmpty()) {
      pieces.accept(manner.apply(piece));
    }
  }

  private static OptionalInt index(JsonNode event) {
    JsonNode index = event.path("index");
    return index.isInt() ? OptionalInt.of(index.intValue()) : OptionalInt.empty();
  }

  /** The counts are of the whole message until now; what was read from a cache was read as well. */
  private void count(JsonNode counted, Consumer<ModelEvent> pieces) {
    long read =
        Json.count(counted.path("input_tokens"))
            + Json.count(counted.path("cache_creation_input_tokens"))
            + Json.count(counted.path("cache_read_input_tokens"));
    TokenUsage now =
        new TokenUsage(
            Math.max(usage.promptTokens(), read),
            Math.max(usage.completionTokens(), Json.count(counted.path("output_tokens"))));
    if (!now.equals(usage)) {
      usage = now;
      pieces.accept(new Counted(now));
    }
  }
}
