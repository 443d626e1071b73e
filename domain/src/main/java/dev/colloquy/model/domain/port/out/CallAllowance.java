package dev.colloquy.model.domain.port.out;

import dev.colloquy.model.domain.ProviderId;
import java.time.Instant;
import java.util.concurrent.CompletionStage;

/** Counts the calls of each provider in each minute of the clock, over all nodes. */
public interface CallAllowance {

  /**
   * Takes one call, if the provider's limit leaves one in this minute; never inside a unit of work.
   *
   * @return whether the call may be made; always so where the provider has no limit
   */
  CompletionStage<Boolean> take(ProviderId provider, Instant now);
}
