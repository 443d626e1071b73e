package dev.colloquy.run.testkit;

import dev.colloquy.run.domain.Run;
import java.time.Instant;
import java.util.Optional;

/** What a storage writes into a run besides the model's decisions. */
final class RunCopies {

  private RunCopies() {}

  /** Somebody wants it to end; the first wish counts. */
  static Run withCancelRequest(Run run, Instant at) {
    return with(run, Optional.of(run.cancelRequestedAt().orElse(at)));
  }

  /** The ended run, with the wish that may have come in between. */
  static Run wantedTo(Run before, Run ended) {
    return with(ended, before.cancelRequestedAt().or(ended::cancelRequestedAt));
  }

  private static Run with(Run run, Optional<Instant> cancelRequestedAt) {
    return new Run(
        run.id(),
        run.conversation(),
        run.workspace(),
        run.startedBy(),
        run.order(),
        run.retryOf(),
        run.status(),
        run.attempt(),
        run.spent(),
        run.error(),
        run.result(),
        run.createdAt(),
        run.startedAt(),
        cancelRequestedAt,
        run.finishedAt(),
        run.waits(),
        run.version());
  }
}
