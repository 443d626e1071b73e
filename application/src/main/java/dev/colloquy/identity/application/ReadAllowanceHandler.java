package dev.colloquy.identity.application;

import dev.colloquy.identity.domain.Backoff;
import dev.colloquy.identity.domain.Throttle;
import dev.colloquy.identity.domain.ThrottleKey;
import dev.colloquy.identity.domain.port.in.ReadAllowance;
import dev.colloquy.identity.domain.port.out.Throttles;
import java.time.Clock;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CompletionStage;

/** Tells callers how many attempts they have left. */
public final class ReadAllowanceHandler implements ReadAllowance {

  private final Throttles throttles;
  private final Map<Throttle, Backoff> rules;
  private final Clock clock;

  public ReadAllowanceHandler(Throttles throttles, Map<Throttle, Backoff> rules, Clock clock) {
    this.throttles = throttles;
    this.rules = Map.copyOf(rules);
    this.clock = clock;
  }

  @Override
  public CompletionStage<Allowance> handle(Throttle throttle, String address) {
    Backoff rule = Objects.requireNonNull(rules.get(throttle));
    return throttles
        .look(ThrottleKey.address(throttle, address), clock.instant())
        .thenApply(admission -> new Allowance(rule, admission));
  }
}
