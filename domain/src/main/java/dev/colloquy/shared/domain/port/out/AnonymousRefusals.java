package dev.colloquy.shared.domain.port.out;

import java.time.Instant;
import java.util.concurrent.CompletionStage;

/**
 * Counts the refusals of those who did not say who they are, by address and minute: one record each
 * would let anybody fill the disk.
 */
public interface AnonymousRefusals {

  /**
   * Counts one more, in a transaction of its own; fails with {@code IllegalStateException} inside a
   * unit of work.
   *
   * @return how often this address was refused with this code in the minute of {@code at}
   */
  CompletionStage<Long> count(String address, String code, Instant at);
}
