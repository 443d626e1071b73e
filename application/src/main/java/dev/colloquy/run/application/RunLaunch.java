package dev.colloquy.run.application;

import dev.colloquy.conversation.domain.Message;
import dev.colloquy.model.domain.Model;
import dev.colloquy.run.domain.Run;
import dev.colloquy.run.domain.Spent;
import dev.colloquy.run.domain.port.out.Runs;
import dev.colloquy.shared.domain.Actor;
import dev.colloquy.shared.domain.Change;
import dev.colloquy.shared.domain.port.out.UnitOfWork;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

/**
 * Lets a fresh run begin: at once on the node where it was asked for, if nothing stands before it,
 * for somebody waits for its first word; else it waits until some node takes it up.
 */
public final class RunLaunch {

  private final UnitOfWork unitOfWork;
  private final Runs runs;
  private final RunPrompt prompt;
  private final RunBudget budget;
  private final RunDesk desk;
  private final Clock clock;

  public RunLaunch(
      UnitOfWork unitOfWork,
      Runs runs,
      RunPrompt prompt,
      RunBudget budget,
      RunDesk desk,
      Clock clock) {
    this.unitOfWork = unitOfWork;
    this.runs = runs;
    this.prompt = prompt;
    this.budget = budget;
    this.desk = desk;
    this.clock = clock;
  }

  /**
   * A run that somebody asks for.
   *
   * @param asked what it answers
   * @param lineup those whom it may ask
   * @param isNext whether its conversation waits for no other run
   */
  record Fresh(Change<Run> queued, Message asked, List<Model> lineup, boolean isNext) {

    Run run() {
      return queued.now();
    }

    /** The one that is asked first; empty where it is gone. */
    Optional<Model> model() {
      return lineup.stream().filter(it -> it.id().equals(run().order().model())).findFirst();
    }
  }

  /**
   * Keeps it and reserves what it may take, in the unit of work in which it is asked for. Fails
   * with {@code QuotaExceeded}.
   *
   * @return the run as it was asked for, even where it has begun
   */
  CompletionStage<Run> handle(Actor.OfUser actor, Fresh fresh) {
    return ready(fresh)
        .thenCompose(
            ready ->
                added(fresh, ready)
                    .thenCompose(added -> budget.reserve(actor, fresh.run(), dearest(ready))))
        .thenApply(reserved -> fresh.run());
  }

  private CompletionStage<Optional<ReadyQuestion>> ready(Fresh fresh) {
    return fresh
        .model()
        .map(model -> prompt.of(fresh.run(), model, fresh.asked()).thenApply(Optional::of))
        .orElseGet(() -> CompletableFuture.completedFuture(Optional.empty()));
  }

  /** Nothing, where the model is gone: it will not be asked. */
  private static Spent dearest(Optional<ReadyQuestion> ready) {
    return ready.map(ReadyQuestion::dearest).orElse(Spent.NOTHING);
  }

  private CompletionStage<Void> added(Fresh fresh, Optional<ReadyQuestion> ready) {
    Optional<UUID> node = fresh.isNext() ? desk.vacancy() : Optional.empty();
    return node.map(it -> begun(fresh, ready, it))
        .orElseGet(() -> runs.add(fresh.queued()).thenAccept(added -> {}));
  }

  private CompletionStage<Void> begun(Fresh fresh, Optional<ReadyQuestion> ready, UUID node) {
    return runs.addTakenUp(fresh.queued().then(run -> run.takenUp(clock.instant())), node)
        .thenAccept(held -> unitOfWork.afterCommit(() -> desk.begin(held, ready)));
  }
}
