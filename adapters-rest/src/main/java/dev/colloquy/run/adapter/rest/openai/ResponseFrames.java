package dev.colloquy.run.adapter.rest.openai;

import dev.colloquy.model.domain.FinishReason;
import dev.colloquy.model.domain.ModelEvent;
import dev.colloquy.model.domain.TokenUsage;
import dev.colloquy.model.domain.ToolOffer;
import dev.colloquy.model.domain.ToolRequest;
import dev.colloquy.run.adapter.rest.openai.OutputItem.Text;
import dev.colloquy.shared.adapter.rest.stream.Frames;
import dev.colloquy.shared.domain.DomainException;
import io.vertx.core.buffer.Buffer;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** An answer as the events of a response: each item is opened, grows, and is closed. */
final class ResponseFrames implements AnswerFrames {

  private final AnswerHead head;
  private final List<ToolOffer> tools;
  private final Wire wire;

  private final List<OutputItem> done = new ArrayList<>();
  private final StringBuilder text = new StringBuilder();
  private TokenUsage usage = TokenUsage.NONE;
  private Buffer frames = Buffer.buffer();
  private long number;

  ResponseFrames(AnswerHead head, List<ToolOffer> tools, Wire wire) {
    this.head = head;
    this.tools = tools;
    this.wire = wire;
  }

  @Override
  public Buffer of(ModelEvent event) {
    begin();
    switch (event) {
      case ModelEvent.Said(var more) -> said(more);
      // it has no place in this form
      case ModelEvent.Thought thought -> {}
      case ModelEvent.ToolAsked(var request) -> wanted(request);
      case ModelEvent.Counted(var counted) -> usage = counted;
      case ModelEvent.Finished(var reason) -> end(reason);
    }
    return taken();
  }

  @Override
  public Buffer broken(DomainException refusal) {
    closeMessage();
    add("response.failed", "response", ResponseForm.failed(head, tools, done, refusal.detail()));
    return taken();
  }

  private void begin() {
    if (number == 0) {
      add("response.created", "response", ResponseForm.underWay(head, tools));
      add("response.in_progress", "response", ResponseForm.underWay(head, tools));
    }
  }

  private void said(String more) {
    if (text.isEmpty()) {
      add("response.output_item.added", item(OutputItem.begun(itemId())));
      add("response.content_part.added", part(Text.of("")));
    }
    text.append(more);
    Map<String, Object> delta = place();
    delta.put("delta", more);
    delta.put("logprobs", List.of());
    add("response.output_text.delta", delta);
  }

  private void closeMessage() {
    if (text.isEmpty()) {
      return;
    }
    Map<String, Object> whole = place();
    whole.put("text", text.toString());
    whole.put("logprobs", List.of());
    add("response.output_text.done", whole);
    add("response.content_part.done", part(Text.of(text.toString())));
    close(OutputItem.said(itemId(), text.toString()));
    text.setLength(0);
  }

  private void wanted(ToolRequest tool) {
    closeMessage();
    add("response.output_item.added", item(OutputItem.begun(itemId(), tool)));
    Map<String, Object> delta = call();
    delta.put("delta", tool.arguments());
    add("response.function_call_arguments.delta", delta);
    Map<String, Object> whole = call();
    whole.put("name", tool.name());
    whole.put("arguments", tool.arguments());
    add("response.function_call_arguments.done", whole);
    close(OutputItem.wanted(itemId(), tool));
  }

  private void close(OutputItem item) {
    add("response.output_item.done", item(item));
    done.add(item);
  }

  private void end(FinishReason reason) {
    closeMessage();
    ResponseForm response = ResponseForm.ended(head, tools, reason, done, usage);
    add("response." + response.status(), "response", response);
  }

  /** Where the text that grows stands. */
  private Map<String, Object> place() {
    Map<String, Object> place = call();
    place.put("content_index", 0);
    return place;
  }

  private Map<String, Object> call() {
    Map<String, Object> place = new LinkedHashMap<>();
    place.put("item_id", itemId());
    place.put("output_index", done.size());
    return place;
  }

  private Map<String, Object> part(Text part) {
    Map<String, Object> data = place();
    data.put("part", part);
    return data;
  }

  private Map<String, Object> item(OutputItem item) {
    Map<String, Object> data = new LinkedHashMap<>();
    data.put("output_index", done.size());
    data.put("item", item);
    return data;
  }

  private String itemId() {
    return "item_" + head.id() + "_" + done.size();
  }

  private void add(String type, String name, Object value) {
    add(type, new LinkedHashMap<>(Map.of(name, value)));
  }

  private void add(String type, Map<String, Object> data) {
    data.put("type", type);
    data.put("sequence_number", number++);
    frames.appendBuffer(Frames.event(type, wire.text(data)));
  }

  private Buffer taken() {
    Buffer all = frames;
    frames = Buffer.buffer();
    return all;
  }
}
