package dev.colloquy.run.adapter.rest.openai;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A whole chat completion. */
record ChatCompletion(
    String id, String object, long created, String model, List<Choice> choices, TokenCounts usage) {

  /** The one answer. */
  record Choice(int index, Message message, String finishReason, @Nullable Object logprobs) {}

  /** What was said. */
  record Message(
      String role,
      @Nullable String content,
      @Nullable String refusal,
      @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable String reasoningContent,
      @JsonInclude(JsonInclude.Include.NON_EMPTY) List<ToolCall> toolCalls) {}

  static ChatCompletion of(AnswerHead head, WholeAnswer answer) {
    Message message =
        new Message(
            "assistant",
            answer.text().isEmpty() && !answer.tools().isEmpty() ? null : answer.text(),
            null,
            answer.thoughts().isEmpty() ? null : answer.thoughts(),
            answer.tools().stream().map(ToolCall::whole).toList());
    return new ChatCompletion(
        head.chatId(),
        "chat.completion",
        head.createdSeconds(),
        head.model(),
        List.of(new Choice(0, message, FinishReasons.of(answer.reason()), null)),
        TokenCounts.of(answer.usage()));
  }
}
