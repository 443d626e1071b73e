package dev.colloquy.run.application;

import dev.colloquy.model.domain.Model;
import dev.colloquy.model.domain.ModelId;
import dev.colloquy.model.domain.ToolRequest;
import dev.colloquy.run.domain.Approval;
import dev.colloquy.run.domain.ApprovalId;
import dev.colloquy.run.domain.ApprovalStatus;
import dev.colloquy.run.domain.Bill;
import dev.colloquy.run.domain.HeldRun;
import dev.colloquy.run.domain.Run;
import dev.colloquy.run.domain.RunSignal;
import dev.colloquy.run.domain.port.out.Approvals;
import dev.colloquy.run.domain.port.out.Runs;
import dev.colloquy.shared.domain.port.out.Ids;
import dev.colloquy.shared.domain.port.out.UnitOfWork;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletionStage;

/**
 * Lets runs wait for somebody's word: the question, the run's state and the stream's signal in one
 * unit of work. Nobody holds a run that waits.
 */
public final class RunPause {

  private static final Logger LOG = System.getLogger(RunPause.class.getName());

  private final UnitOfWork unitOfWork;
  private final Approvals approvals;
  private final Runs runs;
  private final RunBudget budget;
  private final Ids ids;
  private final Clock clock;

  public RunPause(
      UnitOfWork unitOfWork,
      Approvals approvals,
      Runs runs,
      RunBudget budget,
      Ids ids,
      Clock clock) {
    this.unitOfWork = unitOfWork;
    this.approvals = approvals;
    this.runs = runs;
    this.budget = budget;
    this.ids = ids;
    this.clock = clock;
  }

  /** What was decided about a call; empty where nothing was yet. */
  CompletionStage<Optional<Approval>> decision(Run run, ToolRequest request) {
    return approvals
        .of(run.id(), request.id())
        .thenApply(found -> found.filter(it -> it.status() != ApprovalStatus.PENDING));
  }

  private CompletionStage<Void> kept(Run run, Bill bill) {
    ModelId model = bill.speaker().map(Model::id).orElse(run.order().model());
    return budget.keep(run, model, bill.taken());
  }

  /** Where it cannot be kept, the lease runs out, and another attempt asks again. */
  CompletionStage<Boolean> handle(HeldRun held, ToolRequest request, Bill bill) {
    Approval asked = Approval.of(new ApprovalId(ids.next()), held.run(), request, clock.instant());
    return unitOfWork
        .inTransaction(
            () ->
                approvals
                    .add(asked)
                    .thenCompose(
                        added ->
                            runs.suspend(
                                held.hold(),
                                held.run().waiting(bill.taken(), clock.instant()),
                                List.of(RunSignal.approvalRequested(asked))))
                    .thenCompose(waiting -> kept(held.run(), bill))
                    .thenApply(done -> true))
        .exceptionally(
            failure -> {
              LOG.log(Level.WARNING, "A run could not wait, and is tried again: {0}", failure);
              return false;
            });
  }
}
