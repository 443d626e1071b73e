package dev.colloquy.run.adapter.rest.openai;

import dev.colloquy.model.domain.TokenUsage;

/** What an answer has taken. */
record TokenCounts(long promptTokens, long completionTokens, long totalTokens) {

  static TokenCounts of(TokenUsage usage) {
    return new TokenCounts(
        usage.promptTokens(),
        usage.completionTokens(),
        usage.promptTokens() + usage.completionTokens());
  }
}
