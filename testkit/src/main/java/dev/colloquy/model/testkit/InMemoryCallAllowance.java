package dev.colloquy.model.testkit;

import dev.colloquy.model.domain.ProviderId;
import dev.colloquy.model.domain.port.out.CallAllowance;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;

/** Counts calls in memory. */
public final class InMemoryCallAllowance implements CallAllowance {

  private final Map<ProviderId, Integer> limits = new ConcurrentHashMap<>();
  private final Map<ProviderId, Minute> counted = new ConcurrentHashMap<>();

  private record Minute(Instant begun, int calls) {

    Minute next(Instant minute) {
      return begun.isBefore(minute) ? new Minute(minute, 1) : new Minute(begun, calls + 1);
    }
  }

  /** Limits a provider. */
  public void limit(ProviderId provider, int callsPerMinute) {
    limits.put(provider, callsPerMinute);
  }

  @Override
  public CompletionStage<Boolean> take(ProviderId provider, Instant now) {
    Instant minute = now.truncatedTo(ChronoUnit.MINUTES);
    int limit = limits.getOrDefault(provider, Integer.MAX_VALUE);
    boolean[] free = {false};
    counted.compute(
        provider,
        (id, before) -> {
          Minute next = before == null ? new Minute(minute, 1) : before.next(minute);
          free[0] = next.calls() <= limit;
          return free[0] ? next : before;
        });
    return CompletableFuture.completedFuture(free[0]);
  }
}
