package dev.colloquy.usage.domain;

import java.math.BigDecimal;
import java.time.Instant;

/**
 * How a quota stands for somebody.
 *
 * @param used what ended calls took in the period
 * @param reserved what calls under way may take at the most
 * @param resetsAt when the period is over
 */
public record Standing(Quota quota, BigDecimal used, BigDecimal reserved, Instant resetsAt) {

  /** What may still be asked for; never below zero, though the limit may have been lowered. */
  public BigDecimal left() {
    return quota.limit().subtract(used).subtract(reserved).max(BigDecimal.ZERO);
  }
}
