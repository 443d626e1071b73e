package dev.colloquy.run.application;

import dev.colloquy.run.domain.Approval;
import dev.colloquy.run.domain.Run;
import dev.colloquy.run.domain.RunStatus;
import dev.colloquy.run.domain.port.out.Approvals;
import dev.colloquy.run.domain.port.out.Runs;
import dev.colloquy.shared.domain.InTurn;
import dev.colloquy.shared.domain.port.out.Timers;
import dev.colloquy.shared.domain.port.out.UnitOfWork;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

/** Says no where nobody has said anything in time. On every node: each takes what is left. */
public final class ApprovalClock {

  private static final Logger LOG = System.getLogger(ApprovalClock.class.getName());
  private static final Duration PERIOD = Duration.ofSeconds(2);
  private static final int PORTION = 50;

  private final UnitOfWork unitOfWork;
  private final Approvals approvals;
  private final Runs runs;
  private final Clock clock;

  public ApprovalClock(UnitOfWork unitOfWork, Approvals approvals, Runs runs, Clock clock) {
    this.unitOfWork = unitOfWork;
    this.approvals = approvals;
    this.runs = runs;
    this.clock = clock;
  }

  /** Begins to look. */
  public Timers.Cancellable start(Timers timers) {
    return timers.every(PERIOD, this::look);
  }

  private void look() {
    unitOfWork
        .inTransaction(
            () ->
                approvals
                    .overdue(clock.instant(), PORTION)
                    .thenCompose(overdue -> InTurn.each(overdue, this::expired)))
        .exceptionally(
            failure -> {
              LOG.log(Level.WARNING, "Approvals could not expire, which is repeated: {0}", failure);
              return null;
            });
  }

  private CompletionStage<Approval> expired(Approval overdue) {
    return approvals
        .save(overdue.expire(clock.instant()))
        .thenCompose(saved -> runs.lock(saved.run()))
        .thenCompose(this::goOn)
        .thenApply(done -> overdue);
  }

  private CompletionStage<Optional<Run>> goOn(Optional<Run> run) {
    return run.filter(it -> it.status() == RunStatus.WAITING_APPROVAL)
        .map(
            it ->
                runs.resume(it.resumed(it.agent(), false, clock.instant())).thenApply(Optional::of))
        .orElseGet(() -> CompletableFuture.completedFuture(run));
  }
}
