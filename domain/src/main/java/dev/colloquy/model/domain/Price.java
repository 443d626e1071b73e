package dev.colloquy.model.domain;

import dev.colloquy.shared.domain.InvalidValue;
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

  public static final int MOST = 1_000_000;

  private static final BigDecimal THOUSAND = BigDecimal.valueOf(1000);

  /**
   * One of the two as an administrator writes it.
   *
   * @throws InvalidValue where it is negative, or finer than is kept
   */
  public static BigDecimal part(double amount) {
    BigDecimal exact = BigDecimal.valueOf(amount).stripTrailingZeros();
    if (exact.signum() < 0 || exact.compareTo(BigDecimal.valueOf(MOST)) > 0) {
      throw new InvalidValue("must be from 0 to " + MOST);
    }
    if (exact.scale() > DECIMALS) {
      throw new InvalidValue("must have at most " + DECIMALS + " decimals");
    }
    return exact.setScale(DECIMALS, RoundingMode.UNNECESSARY);
  }

  /** What a call has cost. */
  public BigDecimal of(TokenUsage usage) {
    return input
        .multiply(BigDecimal.valueOf(usage.promptTokens()))
        .add(output.multiply(BigDecimal.valueOf(usage.completionTokens())))
        .divide(THOUSAND, DECIMALS, RoundingMode.HALF_UP);
  }
}
