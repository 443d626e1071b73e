package dev.colloquy.model.domain;

import java.math.BigDecimal;
import java.math.RoundingMode;

/**
 * What a model costs, in the installation's own currency for a thousand tokens; six decimals.
 *
 * @param input for what it reads
 * @param output for what it writes
 */
public record Price(BigDecimal input, BigDecimal output) {

  public static final int DECIMALS = 6;

  private static final BigDecimal THOUSAND = BigDecimal.valueOf(1000);

  /** What a call has cost. */
  public BigDecimal of(TokenUsage usage) {
    return input
        .multiply(BigDecimal.valueOf(usage.promptTokens()))
        .add(output.multiply(BigDecimal.valueOf(usage.completionTokens())))
        .divide(THOUSAND, DECIMALS, RoundingMode.HALF_UP);
  }
}
