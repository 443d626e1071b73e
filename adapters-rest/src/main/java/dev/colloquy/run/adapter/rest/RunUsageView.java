package dev.colloquy.run.adapter.rest;

import dev.colloquy.run.domain.Spent;

/** What a run has taken; the cost in the installation's own currency. */
record RunUsageView(long promptTokens, long completionTokens, double cost) {

  static RunUsageView of(Spent it) {
    return new RunUsageView(
        it.tokens().promptTokens(), it.tokens().completionTokens(), it.cost().doubleValue());
  }
}
