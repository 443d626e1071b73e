package dev.colloquy.shared.domain.port.in;

import dev.colloquy.shared.domain.Attempt;
import dev.colloquy.shared.domain.Rendered;
import java.time.Duration;
import java.util.concurrent.CompletionStage;
import java.util.function.Function;
import java.util.function.Supplier;

/** Gives a request its effect once, however often it arrives: {@code Idempotency-Key}. */
public interface Once {

  /** How long a key is remembered. */
  Duration REMEMBERED = Duration.ofHours(24);

  /**
   * Opens a unit of work, answers what was answered before, or else runs the work in it, renders
   * and keeps the answer. Refusals roll back and are not kept. Without a key it runs the work in a
   * unit of work of its own and keeps nothing.
   *
   * <p>Whatever hashes, fetches or calls out is prepared before.
   *
   * @return fails with {@code IdempotencyInProgress}, with {@code IdempotencyKeyReused}, with what
   *     {@link Attempt#mayStillSee()} says, or with the work's own failure
   */
  <T> CompletionStage<Rendered> perform(
      Attempt attempt, Supplier<CompletionStage<T>> work, Function<T, Rendered> rendering);
}
