package dev.colloquy.run.adapter.rest.openai;

import dev.colloquy.model.domain.ToolOffer;
import dev.colloquy.run.domain.Temperature;
import dev.colloquy.shared.adapter.rest.body.Fields;
import dev.colloquy.shared.adapter.rest.body.Json;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The body of {@code POST /v1/responses}, as far as it means something here. Responses are not
 * stored, so that nothing can be continued by its id.
 *
 * @param tools those that were sent along, whether or not they may be asked for
 */
record ResponseRequest(
    String model,
    List<ChatMessage> messages,
    List<ToolOffer> tools,
    boolean toolsAllowed,
    Optional<Temperature> temperature,
    Optional<Integer> maxTokens,
    boolean stream) {

  private static final int MAX_ITEMS = 2_000;
  private static final int MAX_TOOLS = 128;

  static ResponseRequest from(Fields fields) {
    fields.tolerateOthers();
    fields.optional(
        "previous_response_id",
        Json.text().where(it -> false, "is not supported: responses are not stored"));
    Optional<String> instructions = fields.optional("instructions", Json.text());
    List<ChatMessage> input = fields.required("input", INPUT);
    return new ResponseRequest(
        fields.required("model", Json.text()),
        withInstructions(instructions, input),
        fields
            .optional("tools", Json.list(MAX_TOOLS, Json.nested(OfferedTool::flat)))
            .orElse(List.of()),
        fields.optional("tool_choice", OfferedTool.CHOICE).orElse(true),
        fields.optional("temperature", Json.number(Temperature::new)),
        fields.optional("max_output_tokens", Json.whole(1, Integer.MAX_VALUE)),
        fields.optional("stream", Json.flag()).orElse(false));
  }

  private static final Json<List<ChatMessage>> INPUT =
      Json.text(text -> List.of(ChatMessage.asked(text)))
          .orArray(Json.list(MAX_ITEMS, Json.nested(ResponseItem::from)))
          .where(it -> !it.isEmpty(), "must have at least one item");

  ChatRequest asChat() {
    return new ChatRequest(
        model, messages, toolsAllowed ? tools : List.of(), temperature, maxTokens, stream, true);
  }

  private static List<ChatMessage> withInstructions(
      Optional<String> instructions, List<ChatMessage> input) {
    return Stream.concat(instructions.map(ChatMessage::instructed).stream(), input.stream())
        .toList();
  }
}
