package dev.colloquy.usage.domain.port.out;

import dev.colloquy.usage.domain.Call;
import dev.colloquy.usage.domain.CallId;
import dev.colloquy.usage.domain.Consumption;
import dev.colloquy.usage.domain.Quota;
import java.time.Instant;
import java.util.UUID;
import java.util.concurrent.CompletionStage;

/**
 * Counts calls exactly, however many nodes count at once. Whoever reserves waits for everybody else
 * on one of the same quotas until their units of work have ended; quotas are taken in one order, so
 * that nobody waits in a circle. Writing needs a unit of work.
 */
public interface UsageMeter {

  /** What became of a reservation. */
  sealed interface Booking {}

  /** All quotas that apply hold the call. */
  record Booked() implements Booking {}

  /** A quota does not hold it; the unit of work has to fail. */
  record Refused(Quota quota) implements Booking {}

  CompletionStage<Booking> reserve(Call call);

  /** Holds that much from now on for a call under way; see {@code MeterUsage}. */
  CompletionStage<Booking> expect(CallId call, UUID model, Consumption expected);

  /** Ends a call that was made; see {@code MeterUsage}. */
  CompletionStage<Void> settle(CallId call, Consumption taken);

  /** Ends a call that was not made. */
  CompletionStage<Void> release(CallId call);

  /** Releases the calls that have lapsed, in a transaction of its own. */
  CompletionStage<Void> releaseLapsed(Instant now);
}
