package dev.colloquy.run.adapter.rest.openai;

import com.fasterxml.jackson.annotation.JsonRawValue;
import dev.colloquy.model.domain.FinishReason;
import dev.colloquy.model.domain.TokenUsage;
import dev.colloquy.model.domain.ToolOffer;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A response, whole or as far as it has come. */
record ResponseForm(
    String id,
    String object,
    long createdAt,
    String status,
    @Nullable ErrorForm error,
    @Nullable IncompleteDetails incompleteDetails,
    String model,
    List<OutputItem> output,
    boolean parallelToolCalls,
    String toolChoice,
    List<ToolForm> tools,
    Map<String, String> metadata,
    @Nullable Usage usage) {

  /** Why it failed. */
  record ErrorForm(String code, String message) {}

  /** Why it stops short. */
  record IncompleteDetails(String reason) {}

  /** A tool as it was offered. */
  record ToolForm(
      String type,
      String name,
      String description,
      @JsonRawValue String parameters,
      boolean strict) {

    static ToolForm of(ToolOffer offer) {
      return new ToolForm("function", offer.name(), offer.description(), offer.parameters(), false);
    }
  }

  /** What it has taken; what is not told apart counts as none. */
  record Usage(
      long inputTokens,
      InputDetails inputTokensDetails,
      long outputTokens,
      OutputDetails outputTokensDetails,
      long totalTokens) {

    record InputDetails(long cachedTokens, long cacheWriteTokens) {}

    record OutputDetails(long reasoningTokens) {}

    static Usage of(TokenUsage usage) {
      return new Usage(
          usage.promptTokens(),
          new InputDetails(0, 0),
          usage.completionTokens(),
          new OutputDetails(0),
          usage.promptTokens() + usage.completionTokens());
    }
  }

  static ResponseForm underWay(AnswerHead head, List<ToolOffer> tools) {
    return form(head, tools, "in_progress", null, null, List.of(), null);
  }

  static ResponseForm ended(
      AnswerHead head,
      List<ToolOffer> tools,
      FinishReason reason,
      List<OutputItem> output,
      TokenUsage usage) {
    IncompleteDetails details =
        switch (reason) {
          case LENGTH -> new IncompleteDetails("max_output_tokens");
          case CONTENT_FILTER -> new IncompleteDetails("content_filter");
          case STOP, TOOL_CALLS -> null;
        };
    String status = details == null ? "completed" : "incomplete";
    return form(head, tools, status, null, details, output, Usage.of(usage));
  }

  static ResponseForm failed(
      AnswerHead head, List<ToolOffer> tools, List<OutputItem> output, String message) {
    return form(head, tools, "failed", new ErrorForm("server_error", message), null, output, null);
  }

  private static ResponseForm form(
      AnswerHead head,
      List<ToolOffer> tools,
      String status,
      @Nullable ErrorForm error,
      @Nullable IncompleteDetails incomplete,
      List<OutputItem> output,
      @Nullable Usage usage) {
    return new ResponseForm(
        head.responseId(),
        "response",
        head.createdSeconds(),
        status,
        error,
        incomplete,
        head.model(),
        output,
        true,
        "auto",
        tools.stream().map(ToolForm::of).toList(),
        Map.of(),
        usage);
  }
}
