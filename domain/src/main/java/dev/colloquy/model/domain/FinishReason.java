package dev.colloquy.model.domain;

/** Why a model stopped. */
public enum FinishReason {
  /** It has said what it wanted to say. */
  STOP,
  /** It may not say more. */
  LENGTH,
  /** It waits for the tools it asked for. */
  TOOL_CALLS,
  /** The provider withheld the rest. */
  CONTENT_FILTER
}
