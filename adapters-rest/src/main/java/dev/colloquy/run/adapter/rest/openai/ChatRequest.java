package dev.colloquy.run.adapter.rest.openai;

import dev.colloquy.model.domain.ToolOffer;
import dev.colloquy.run.domain.Temperature;
import dev.colloquy.shared.adapter.rest.body.Fields;
import dev.colloquy.shared.adapter.rest.body.Json;
import java.util.List;
import java.util.Optional;

/**
 * The body of {@code POST /v1/chat/completions}, as far as it means something here. What would
 * change the form of the answer and is not understood is refused; all else is tolerated.
 *
 * @param usageWanted whether a stream ends with what the answer has taken
 */
record ChatRequest(
    String model,
    List<ChatMessage> messages,
    List<ToolOffer> tools,
    Optional<Temperature> temperature,
    Optional<Integer> maxTokens,
    boolean stream,
    boolean usageWanted) {

  private static final int MAX_MESSAGES = 2_000;
  private static final int MAX_TOOLS = 128;

  static ChatRequest from(Fields fields) {
    fields.tolerateOthers();
    refuseOtherForms(fields);
    return new ChatRequest(
        fields.required("model", Json.text()),
        fields.required("messages", Json.list(MAX_MESSAGES, Json.nested(ChatMessage::from))),
        tools(fields),
        fields.optional("temperature", Json.number(Temperature::new)),
        fields
            .optional("max_completion_tokens", Json.whole(1, Integer.MAX_VALUE))
            .or(() -> fields.optional("max_tokens", Json.whole(1, Integer.MAX_VALUE))),
        fields.optional("stream", Json.flag()).orElse(false),
        fields.optional("stream_options", Json.nested(ChatRequest::usageWanted)).orElse(false));
  }

  private static void refuseOtherForms(Fields fields) {
    fields.optional("n", Json.whole(1, 128).where(it -> it == 1, "must be 1: one answer a call"));
    fields.optional("logprobs", Json.flag().where(it -> !it, "is not supported here"));
    fields.optional("response_format", Json.nested(ChatRequest::textOnly));
  }

  private static Boolean textOnly(Fields format) {
    format.tolerateOthers();
    format.required(
        "type", Json.text().where("text"::equals, "must be text: nothing else is supported here"));
    return true;
  }

  private static Boolean usageWanted(Fields options) {
    options.tolerateOthers();
    return options.optional("include_usage", Json.flag()).orElse(false);
  }

  private static List<ToolOffer> tools(Fields fields) {
    List<ToolOffer> tools =
        fields
            .optional("tools", Json.list(MAX_TOOLS, Json.nested(OfferedTool::from)))
            .orElse(List.of());
    return fields.optional("tool_choice", OfferedTool.CHOICE).orElse(true) ? tools : List.of();
  }
}
