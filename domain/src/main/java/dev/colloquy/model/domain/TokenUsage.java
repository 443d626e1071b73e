package dev.colloquy.model.domain;

/** Tokens read and written. */
public record TokenUsage(long promptTokens, long completionTokens) {

  public static final TokenUsage NONE = new TokenUsage(0, 0);

  public TokenUsage {
    if (promptTokens < 0 || completionTokens < 0) {
      throw new IllegalArgumentException("tokens are counted from zero");
    }
  }

  public TokenUsage plus(TokenUsage more) {
    return new TokenUsage(
        promptTokens + more.promptTokens, completionTokens + more.completionTokens);
  }
}
