package dev.colloquy.identity.testkit;

import dev.colloquy.identity.domain.Admission;
import dev.colloquy.identity.domain.Backoff;
import dev.colloquy.identity.domain.Tally;
import dev.colloquy.identity.domain.Throttle;
import dev.colloquy.identity.domain.ThrottleKey;
import dev.colloquy.identity.domain.port.out.Throttles;
import dev.colloquy.shared.testkit.InMemoryDatabase;
import dev.colloquy.shared.testkit.Table;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.CompletionStage;

/** Counters of failures in memory, counting by the model. */
public final class InMemoryThrottles implements Throttles {

  private final InMemoryDatabase database;
  private final Map<Throttle, Backoff> rules;
  private final Table<ThrottleKey, Tally> tallies;

  public InMemoryThrottles(InMemoryDatabase database, Map<Throttle, Backoff> rules) {
    this.database = database;
    this.rules = Map.copyOf(rules);
    this.tallies = database.table();
  }

  @Override
  public CompletionStage<Admission> attempt(ThrottleKey key, Instant now) {
    return database.alone(
        () -> {
          Tally before = tally(key, now);
          tallies.put(key, before.count(rule(key), now));
          return before.admit(rule(key), now);
        });
  }

  @Override
  public CompletionStage<Admission> look(ThrottleKey key, Instant now) {
    return database.read(() -> tally(key, now).admit(rule(key), now));
  }

  @Override
  public CompletionStage<Void> forgive(ThrottleKey key) {
    return database
        .alone(
            () -> {
              tallies.get(key).ifPresent(it -> tallies.put(key, it.forgive(rule(key))));
              return true;
            })
        .thenAccept(forgiven -> {});
  }

  @Override
  public CompletionStage<Void> forget(ThrottleKey key) {
    return database
        .alone(
            () -> {
              tallies.remove(key);
              return true;
            })
        .thenAccept(forgotten -> {});
  }

  private Tally tally(ThrottleKey key, Instant now) {
    return tallies.get(key).orElseGet(() -> Tally.clean(now));
  }

  private Backoff rule(ThrottleKey key) {
    Backoff rule = rules.get(key.throttle());
    if (rule == null) {
      throw new IllegalStateException("no rule for " + key.throttle());
    }
    return rule;
  }
}
