package dev.colloquy.run.application;

import dev.colloquy.run.domain.OnConflict;
import dev.colloquy.run.domain.Run;
import dev.colloquy.run.domain.RunId;
import dev.colloquy.run.domain.port.in.ControlRun;
import dev.colloquy.run.domain.port.out.Runs;
import dev.colloquy.shared.domain.Actor;
import dev.colloquy.shared.domain.Change;
import dev.colloquy.shared.domain.port.out.Ids;
import dev.colloquy.shared.domain.port.out.UnitOfWork;
import java.time.Clock;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

/** Ends runs and does them again. */
public final class ControlRunHandler implements ControlRun {

  private final UnitOfWork unitOfWork;
  private final RunAccess access;
  private final RunRoom room;
  private final RunQuestion question;
  private final RunLineup lineup;
  private final Runs runs;
  private final RunLaunch launch;
  private final Ids ids;
  private final Clock clock;

  public ControlRunHandler(
      UnitOfWork unitOfWork,
      RunAccess access,
      RunRoom room,
      RunQuestion question,
      RunLineup lineup,
      Runs runs,
      RunLaunch launch,
      Ids ids,
      Clock clock) {
    this.unitOfWork = unitOfWork;
    this.access = access;
    this.room = room;
    this.question = question;
    this.lineup = lineup;
    this.runs = runs;
    this.launch = launch;
    this.ids = ids;
    this.clock = clock;
  }

  @Override
  public CompletionStage<Run> cancel(Actor.OfUser actor, RunId id) {
    return unitOfWork.inTransaction(
        () ->
            access
                .toRead(actor, id)
                .thenAccept(readable -> RunAccess.demandScope(actor))
                .thenCompose(may -> runs.lock(id))
                .thenApply(RunAccess::present)
                .thenCompose(run -> calledOff(actor, run)));
  }

  @Override
  public CompletionStage<Run> retry(Actor.OfUser actor, RunId id) {
    return unitOfWork.inTransaction(
        () ->
            access
                .toRead(actor, id)
                .thenCompose(
                    run ->
                        access
                            .toStart(actor, run.conversation())
                            .thenApply(may -> again(actor, run)))
                .thenCompose(again -> fresh(actor, again))
                .thenCompose(fresh -> launch.handle(actor, fresh)));
  }

  private CompletionStage<RunLaunch.Fresh> fresh(Actor.OfUser actor, Change<Run> again) {
    Run run = again.now();
    return question
        .stillThere(actor, run)
        .thenCompose(
            asked ->
                lineup
                    .stillThere(run.order())
                    .thenCompose(
                        models ->
                            room.make(actor, run.conversation(), OnConflict.REJECT)
                                .thenApply(
                                    isNext -> new RunLaunch.Fresh(again, asked, models, isNext))));
  }

  private CompletionStage<Run> calledOff(Actor.OfUser actor, Run run) {
    return run.status().isLast()
        ? CompletableFuture.completedFuture(run)
        : room.callOff(actor, run);
  }

  private Change<Run> again(Actor.OfUser actor, Run run) {
    return Run.queue(
        actor,
        new RunId(ids.next()),
        run.conversation(),
        run.workspace(),
        run.again(),
        Optional.of(run.id()),
        clock.instant());
  }
}
