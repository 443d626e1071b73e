package dev.colloquy.usage.domain.port.in;

import dev.colloquy.shared.domain.Actor;
import dev.colloquy.shared.domain.Page;
import dev.colloquy.shared.domain.PageRequest;
import dev.colloquy.usage.domain.Standing;
import dev.colloquy.usage.domain.UsageGroup;
import dev.colloquy.usage.domain.UsageLine;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.CompletionStage;

/** Reads what was used, and what may still be. */
public interface ReadUsage {

  /**
   * The caller's own, group by group; a key that is bound to a workspace sees that one's alone.
   * Fails with {@code AccessDenied}, and with {@code MalformedRequest} for a span that is none.
   */
  CompletionStage<Page<UsageLine>> mine(Actor.OfUser actor, Query query, PageRequest page);

  /** Everybody's, for administrators. Fails as {@link #mine} does. */
  CompletionStage<Page<UsageLine>> all(Actor.OfUser actor, Query query, PageRequest page);

  /** The quotas that apply to the caller, as they stand. Fails with {@code AccessDenied}. */
  CompletionStage<Page<Standing>> quotas(Actor.OfUser actor, PageRequest page);

  /**
   * Which calls, and how they are summed up.
   *
   * @param from inclusive; the beginning of the month where empty
   * @param to exclusive; now where empty
   */
  record Query(Optional<Instant> from, Optional<Instant> to, UsageGroup by) {}
}
