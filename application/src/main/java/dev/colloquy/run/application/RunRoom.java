package dev.colloquy.run.application;

import dev.colloquy.run.domain.OnConflict;
import dev.colloquy.run.domain.Run;
import dev.colloquy.run.domain.RunException.RunInProgress;
import dev.colloquy.run.domain.RunException.RunQueueFull;
import dev.colloquy.run.domain.RunStatus;
import dev.colloquy.run.domain.port.out.Runs;
import dev.colloquy.shared.domain.Actor;
import dev.colloquy.shared.domain.ConversationId;
import dev.colloquy.shared.domain.InTurn;
import java.time.Clock;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

/** Room for one more run in a conversation, where one speaks at a time. */
public final class RunRoom {

  private final Runs runs;
  private final RunBudget budget;
  private final Clock clock;

  public RunRoom(Runs runs, RunBudget budget, Clock clock) {
    this.runs = runs;
    this.budget = budget;
    this.clock = clock;
  }

  /**
   * Fails with {@link RunInProgress} or {@link RunQueueFull}; in a unit of work only.
   *
   * @return whether nothing stands before the run, so that it may begin at once
   */
  CompletionStage<Boolean> make(
      Actor.OfUser actor, ConversationId conversation, OnConflict onConflict) {
    return runs.unfinished(conversation).thenCompose(before -> make(actor, before, onConflict));
  }

  private CompletionStage<Boolean> make(
      Actor.OfUser actor, List<Run> before, OnConflict onConflict) {
    if (before.isEmpty()) {
      return CompletableFuture.completedFuture(true);
    }
    return switch (onConflict) {
      case REJECT -> throw new RunInProgress(before.getFirst().id());
      case QUEUE -> enqueue(before);
      case INTERRUPT ->
          InTurn.each(before, run -> callOff(actor, run)).thenApply(done -> areOver(before));
    };
  }

  /** Calls off a run that has not ended; in a unit of work only. */
  CompletionStage<Run> callOff(Actor.OfUser actor, Run run) {
    if (run.status() == RunStatus.WAITING_APPROVAL) {
      return runs.resume(run.resumed(actor, true, clock.instant()));
    }
    return run.attempt() == 0
        ? runs.save(run.cancel(actor, clock.instant())).thenCompose(budget::release)
        : runs.requestCancel(run, clock.instant());
  }

  /** Those that no node had taken up were over as they were called off. */
  private static boolean areOver(List<Run> calledOff) {
    return calledOff.stream().allMatch(it -> it.attempt() == 0);
  }

  private static CompletionStage<Boolean> enqueue(List<Run> before) {
    long waiting = before.stream().filter(it -> it.status() == RunStatus.QUEUED).count();
    if (waiting >= Run.MAX_WAITING) {
      throw new RunQueueFull();
    }
    return CompletableFuture.completedFuture(false);
  }
}
