package dev.colloquy.conversation.domain;

import dev.colloquy.shared.domain.CommonException.AccessDenied;

/** The part that a message plays towards a model; the terms are the chat completions'. */
public enum MessageRole {
  USER,
  ASSISTANT,
  SYSTEM,
  TOOL;

  /**
   * Demands the part that people play.
   *
   * @throws AccessDenied for any other: those are for runs and imports
   */
  public void demandPersons() {
    if (this != USER) {
      throw new AccessDenied("People post messages of the role user only.");
    }
  }
}
