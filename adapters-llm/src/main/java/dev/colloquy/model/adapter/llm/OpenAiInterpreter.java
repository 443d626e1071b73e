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

/** Reads the chunks of a chat completion. */
final class OpenAiInterpreter implements Interpreter {

  private static final String LAST = "[DONE]";

  private final ToolCalls tools = new ToolCalls();
  private TokenUsage usage = TokenUsage.NONE;
  private String reason = "";
  private boolean whole;

  @Override
  public void read(String data, Consumer<ModelEvent> pieces) {
    if (data.equals(LAST)) {
      whole = true;
      return;
    }
    JsonNode chunk = Json.received(data);
    if (chunk.hasNonNull("error")) {
      throw ReportedError.failure(chunk.get("error"));
    }
    choice(chunk.path("choices").path(0), pieces);
    count(chunk.path("usage"), pieces);
  }

  @Override
  public boolean isWhole() {
    return whole;
  }

  @Override
  public FinishReason finish(Consumer<ModelEvent> pieces) {
    FinishReason why = why();
    if (why == FinishReason.TOOL_CALLS) {
      tools.whole().forEach(request -> pieces.accept(new ToolAsked(request)));
    }
    return why;
  }

  /** Some servers say {@code stop} where they ask for tools, and some a word of their own. */
  private FinishReason why() {
    return switch (reason) {
      case "" -> throw Failures.of(Fault.BROKEN);
      case "length" -> FinishReason.LENGTH;
      case "content_filter" -> FinishReason.CONTENT_FILTER;
      default -> tools.isEmpty() ? FinishReason.STOP : FinishReason.TOOL_CALLS;
    };
  }

  private void choice(JsonNode choice, Consumer<ModelEvent> pieces) {
    JsonNode delta = choice.path("delta");
    say(delta.path("reasoning_content"), Thought::new, pieces);
    say(delta.path("reasoning"), Thought::new, pieces);
    say(delta.path("content"), Said::new, pieces);
    say(delta.path("refusal"), Said::new, pieces);
    delta.path("tool_calls").forEach(this::fragment);
    String said = Json.text(choice.path("finish_reason"));
    if (!said.isEmpty()) {
      reason = said;
    }
  }

  private static void say(
      JsonNode text, Function<String, ModelEvent> manner, Consumer<ModelEvent> pieces) {
    String piece = Json.text(text);
    if (!piece.isEmpty()) {
      pieces.accept(manner.apply(piece));
    }
  }

  private void fragment(JsonNode fragment) {
    JsonNode index = fragment.path("index");
    JsonNode function = fragment.path("function");
    tools.add(
        index.isInt() ? OptionalInt.of(index.intValue()) : OptionalInt.empty(),
        Json.text(fragment.path("id")),
        Json.text(function.path("name")),
        Json.text(function.path("arguments")));
  }

  /** Some servers count in each chunk. */
  private void count(JsonNode counted, Consumer<ModelEvent> pieces) {
    if (!counted.isObject()) {
      return;
    }
    TokenUsage now =
        new TokenUsage(
            Json.count(counted.path("prompt_tokens")),
            Json.count(counted.path("completion_tokens")));
    if (!now.equals(usage)) {
      usage = now;
      pieces.accept(new Counted(now));
    }
  }
}
