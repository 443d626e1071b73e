package dev.colloquy.run.domain;

import dev.colloquy.model.domain.ModelEvent;
import dev.colloquy.model.domain.TokenUsage;

/**
 * Counts what an answer takes while it is given: by the provider's own count, and, of one that is
 * cut off before that, from what was said. Not for several threads at once.
 */
public final class Tally {

  private final TokenUsage needed;

  private TokenUsage counted = TokenUsage.NONE;
  private long said;
  private boolean whole;

  /** Takes what the call needs at the most; no estimate goes beyond it. */
  public Tally(TokenUsage needed) {
    this.needed = needed;
  }

  public void add(ModelEvent event) {
    switch (event) {
      case ModelEvent.Said(var text) -> said += ContextWindow.estimate(text);
      case ModelEvent.Thought(var text) -> said += ContextWindow.estimate(text);
      case ModelEvent.ToolAsked(var tool) -> said += ContextWindow.estimate(tool.arguments());
      case ModelEvent.Counted(var usage) -> counted = usage;
      case ModelEvent.Finished finished -> whole = true;
    }
  }

  /** What the provider has counted so far. */
  public TokenUsage counted() {
    return counted;
  }

  /** What it has taken so far, counted or not; a call that was refused takes nothing. */
  public TokenUsage taken() {
    if (said == 0 || (whole && !counted.equals(TokenUsage.NONE))) {
      return counted;
    }
    return new TokenUsage(
        counted.promptTokens() > 0 ? counted.promptTokens() : needed.promptTokens(),
        Math.max(counted.completionTokens(), Math.min(said, needed.completionTokens())));
  }
}
