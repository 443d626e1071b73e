package dev.colloquy.run.adapter.rest;

import dev.colloquy.run.domain.Spent;
import java.math.BigDecimal;

/** What a run has taken; the cost in the installation's own currency. */
record RunUsageView(long promptTokens, long completionTokens, BigDecimal cost) {

  static RunUsageView of(Spent it) {
    return new RunUsageView(it.tokens().promptTokens(), it.tokens().completionTokens(), it.cost());
  }
}
