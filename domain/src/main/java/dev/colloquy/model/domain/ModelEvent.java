package dev.colloquy.model.domain;

/** A piece of a model's answer. */
public sealed interface ModelEvent {

  /** More of the text; never empty. */
  record Said(String text) implements ModelEvent {}

  /** More of what it thinks before it speaks; never a part of the text. */
  record Thought(String text) implements ModelEvent {}

  /** It wants a tool called; the request is whole. */
  record ToolAsked(ToolRequest request) implements ModelEvent {}

  /** What the call has taken so far, by the provider's own count; the last one counts. */
  record Counted(TokenUsage usage) implements ModelEvent {}

  /** Its answer is whole; always the last. */
  record Finished(FinishReason reason) implements ModelEvent {}
}
