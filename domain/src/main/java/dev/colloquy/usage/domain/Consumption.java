package dev.colloquy.usage.domain;

import java.math.BigDecimal;

/**
 * What a call takes, or is expected to take.
 *
 * @param promptTokens what the model reads
 * @param completionTokens what it writes
 * @param cost in the installation's own currency; at most six decimals
 */
public record Consumption(long promptTokens, long completionTokens, BigDecimal cost) {

  public static final Consumption NOTHING = new Consumption(0, 0, BigDecimal.ZERO);

  public Consumption {
    if (promptTokens < 0 || completionTokens < 0 || cost.signum() < 0) {
      throw new IllegalArgumentException("a call takes nothing or more");
    }
  }

  public long tokens() {
    return promptTokens + completionTokens;
  }

  /** How much of that a quota of this metric counts. */
  public BigDecimal by(Metric metric) {
    return switch (metric) {
      case REQUESTS -> BigDecimal.ONE;
      case TOKENS -> BigDecimal.valueOf(tokens());
      case COST -> cost;
    };
  }
}
