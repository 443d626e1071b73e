package dev.colloquy.run.adapter.rest.openai;

import dev.colloquy.model.domain.FinishReason;
import dev.colloquy.model.domain.ModelEvent;
import dev.colloquy.model.domain.TokenUsage;
import dev.colloquy.model.domain.ToolRequest;
import dev.colloquy.run.adapter.rest.openai.ChatChunk.Delta;
import dev.colloquy.shared.adapter.rest.stream.Frames;
import dev.colloquy.shared.domain.DomainException;
import io.vertx.core.buffer.Buffer;

/** An answer as chunks of a chat completion: the role first, {@code [DONE]} last. */
final class ChatFrames implements AnswerFrames {

  private final AnswerHead head;
  private final boolean usageWanted;
  private final Wire wire;

  private TokenUsage usage = TokenUsage.NONE;
  private boolean begun;
  private int tools;

  ChatFrames(AnswerHead head, boolean usageWanted, Wire wire) {
    this.head = head;
    this.usageWanted = usageWanted;
    this.wire = wire;
  }

  @Override
  public Buffer of(ModelEvent event) {
    Buffer frames = Buffer.buffer();
    if (!begun) {
      begun = true;
      add(frames, Delta.first());
    }
    switch (event) {
      case ModelEvent.Said(var text) -> add(frames, Delta.said(text));
      case ModelEvent.Thought(var text) -> add(frames, Delta.thought(text));
      case ModelEvent.ToolAsked(var request) -> add(frames, request);
      case ModelEvent.Counted(var counted) -> usage = counted;
      case ModelEvent.Finished(var reason) -> end(frames, reason);
    }
    return frames;
  }

  @Override
  public Buffer broken(DomainException refusal) {
    return Frames.data(wire.text(OpenAiError.of(refusal)));
  }

  private void add(Buffer frames, ToolRequest request) {
    add(frames, Delta.tool(ToolCall.head(tools, request)));
    add(frames, Delta.tool(ToolCall.arguments(tools, request)));
    tools++;
  }

  private void end(Buffer frames, FinishReason reason) {
    add(frames, ChatChunk.of(head, Delta.nothing(), FinishReasons.of(reason)));
    if (usageWanted) {
      add(frames, ChatChunk.usage(head, TokenCounts.of(usage)));
    }
    frames.appendBuffer(Frames.data("[DONE]"));
  }

  private void add(Buffer frames, Delta delta) {
    add(frames, ChatChunk.of(head, delta, null));
  }

  private void add(Buffer frames, ChatChunk chunk) {
    frames.appendBuffer(Frames.data(wire.text(chunk)));
  }
}
