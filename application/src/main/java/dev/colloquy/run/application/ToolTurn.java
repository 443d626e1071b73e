package dev.colloquy.run.application;

import dev.colloquy.model.domain.ToolRequest;
import dev.colloquy.run.domain.Approval;
import dev.colloquy.run.domain.Run;
import dev.colloquy.run.domain.RunError;
import dev.colloquy.run.domain.RunSignal;
import dev.colloquy.run.domain.ToolOutcome;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

/** One call of a tool within an attempt: allowed where it has to be, and made. */
record ToolTurn(
    Run run,
    ToolRequest request,
    RunTools tools,
    RunPause pause,
    CompletionStage<?> calledOff,
    Hearer hearer) {

  /** Who hears what becomes of the call. */
  interface Hearer {

    /** Tells it in the stream; completes once that is committed, and never where it cannot be. */
    CompletionStage<Boolean> write(RunSignal signal);

    /** It has come to something. */
    void called(ToolRequest request, ToolOutcome outcome);

    /** Somebody has to allow it first. */
    void waits(ToolRequest request);

    void failed(Throwable failure);
  }

  void take() {
    tools
        .needsApproval(run, request)
        .thenCompose(this::permitted)
        .exceptionally(
            failure -> {
              hearer.failed(failure);
              return null;
            });
  }

  private CompletionStage<Void> permitted(boolean needed) {
    if (needed) {
      return pause.decision(run, request).thenAccept(this::decided);
    }
    call();
    return CompletableFuture.completedFuture(null);
  }

  private void decided(Optional<Approval> decision) {
    if (decision.isEmpty()) {
      hearer.waits(request);
      return;
    }
    hearer.write(RunSignal.approvalResolved(decision.get()));
    switch (decision.get().status()) {
      case APPROVED -> call();
      case DENIED -> hearer.called(request, new ToolOutcome.Failed(RunError.DENIED));
      case EXPIRED, PENDING ->
          hearer.called(request, new ToolOutcome.Failed(RunError.NOT_APPROVED));
    }
  }

  /** Only once it is committed that this node calls it: one that lost the run calls nothing. */
  private void call() {
    hearer
        .write(RunSignal.toolStarted(request))
        .thenCompose(latest -> tools.call(run, request, calledOff))
        .thenAccept(outcome -> hearer.called(request, outcome));
  }
}
