package dev.colloquy.identity.domain;

import java.time.Duration;

/**
 * How patience with failures ends.
 *
 * @param free how many in a row are let pass
 * @param first how long the first block lasts; each further failure doubles it
 * @param longest what no block exceeds
 * @param forgottenAfter how long after the last failure all are forgotten
 */
public record Backoff(int free, Duration first, Duration longest, Duration forgottenAfter) {

  /** How long nothing is admitted after this many failures. */
  public Duration blockAfter(int failures) {
    if (failures < free) {
      return Duration.ZERO;
    }
    int doublings = Math.min(failures - free, 30);
    Duration block = first.multipliedBy(1L << doublings);
    return block.compareTo(longest) < 0 ? block : longest;
  }
}
