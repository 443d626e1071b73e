package dev.colloquy.conversation.domain;

/** The part that a message plays towards a model; the terms are the chat completions'. */
public enum MessageRole {
  USER,
  ASSISTANT,
  SYSTEM,
  TOOL
}
