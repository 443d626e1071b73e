package dev.colloquy.run.adapter.rest.openai;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A piece of a streamed chat completion. */
record ChatChunk(
    String id,
    String object,
    long created,
    String model,
    List<Choice> choices,
    @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable TokenCounts usage) {

  /** The one answer. */
  record Choice(int index, Delta delta, @Nullable String finishReason) {}

  /** What is new in it. */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  record Delta(
      @Nullable String role,
      @Nullable String content,
      @Nullable String reasoningContent,
      @Nullable List<ToolCall> toolCalls) {

    static Delta first() {
      return new Delta("assistant", "", null, null);
    }

    static Delta said(String text) {
      return new Delta(null, text, null, null);
    }

    static Delta thought(String text) {
      return new Delta(null, null, text, null);
    }

    static Delta tool(ToolCall call) {
      return new Delta(null, null, null, List.of(call));
    }

    static Delta nothing() {
      return new Delta(null, null, null, null);
    }
  }

  static ChatChunk of(AnswerHead head, Delta delta, @Nullable String finishReason) {
    return of(head, List.of(new Choice(0, delta, finishReason)), null);
  }

  static ChatChunk usage(AnswerHead head, TokenCounts usage) {
    return of(head, List.of(), usage);
  }

  private static ChatChunk of(AnswerHead head, List<Choice> choices, @Nullable TokenCounts usage) {
    return new ChatChunk(
        head.chatId(),
        "chat.completion.chunk",
        head.createdSeconds(),
        head.model(),
        choices,
        usage);
  }
}
