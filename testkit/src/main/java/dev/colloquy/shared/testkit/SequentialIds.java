package dev.colloquy.shared.testkit;

import dev.colloquy.shared.domain.port.out.Ids;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;

/** The same UUIDs version 7 in every run of a test. */
public final class SequentialIds implements Ids {

  private static final long FIRST_MILLISECOND = 1_767_225_600_000L;
  private static final long VERSION_7 = 0x7000L;
  private static final long VARIANT = 0x8000_0000_0000_0000L;

  private final AtomicLong made = new AtomicLong();

  @Override
  public UUID next() {
    long number = made.incrementAndGet();
    return new UUID((FIRST_MILLISECOND + number) << 16 | VERSION_7, VARIANT | number);
  }
}
