package dev.colloquy.shared.testkit;

import dev.colloquy.shared.domain.port.out.AnonymousRefusals;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.concurrent.CompletionStage;

/** Counts in memory. */
public final class InMemoryAnonymousRefusals implements AnonymousRefusals {

  private final InMemoryDatabase database;
  private final Table<Minute, Long> counts;

  public InMemoryAnonymousRefusals(InMemoryDatabase database) {
    this.database = database;
    this.counts = database.table();
  }

  @Override
  public CompletionStage<Long> count(String address, String code, Instant at) {
    Minute minute = new Minute(address, code, at.truncatedTo(ChronoUnit.MINUTES));
    return database.alone(
        () -> {
          long count = counts.get(minute).orElse(0L) + 1;
          counts.put(minute, count);
          return count;
        });
  }

  private record Minute(String address, String code, Instant start) {}
}
