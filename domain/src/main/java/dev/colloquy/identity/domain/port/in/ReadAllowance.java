package dev.colloquy.identity.domain.port.in;

import dev.colloquy.identity.domain.Admission;
import dev.colloquy.identity.domain.Backoff;
import dev.colloquy.identity.domain.Throttle;
import java.util.concurrent.CompletionStage;

/** Tells callers of throttled operations how many attempts they have left. */
public interface ReadAllowance {

  /** What the next attempt from the address would be told. */
  CompletionStage<Allowance> handle(Throttle throttle, String address);

  /** The rule, and where the caller stands. */
  record Allowance(Backoff rule, Admission admission) {}
}
