package dev.colloquy.run.application;

import dev.colloquy.model.domain.Model;
import dev.colloquy.model.domain.ModelCallFailed;
import dev.colloquy.model.domain.ModelEvent;
import dev.colloquy.model.domain.ModelId;
import dev.colloquy.model.domain.TokenUsage;
import dev.colloquy.model.domain.Turn;
import dev.colloquy.model.domain.port.in.AskModel;
import dev.colloquy.model.domain.port.in.ChooseModel;
import dev.colloquy.run.domain.Bill;
import dev.colloquy.run.domain.Run;
import dev.colloquy.run.domain.RunError;
import dev.colloquy.shared.domain.Cause;
import dev.colloquy.shared.domain.CommonException.NotFound;
import dev.colloquy.shared.domain.DomainException;
import dev.colloquy.shared.domain.port.out.Timers;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Flow;

/** The model as runs see it: asked with the conversation, and once more where that may help. */
public final class RunModel {

  /** How often a model is asked at the most before it has said anything. */
  static final int MAX_CALLS = 3;

  private static final Logger LOG = System.getLogger(RunModel.class.getName());
  private static final Duration FIRST_PAUSE = Duration.ofMillis(250);
  private static final Duration LONGEST_PAUSE = Duration.ofSeconds(10);

  private final ChooseModel models;
  private final RunPrompt prompt;
  private final AskModel ask;
  private final RunBudget budget;
  private final Timers timers;

  /**
   * What a model is about to say.
   *
   * @param model who says it
   * @param needed what it takes at the most
   */
  record Answer(Model model, TokenUsage needed, Flow.Publisher<ModelEvent> events) {}

  public RunModel(
      ChooseModel models, RunPrompt prompt, AskModel ask, RunBudget budget, Timers timers) {
    this.models = models;
    this.prompt = prompt;
    this.ask = ask;
    this.budget = budget;
    this.timers = timers;
  }

  /** The model was taken away before its turn. */
  private static final class ModelGone extends RuntimeException {}

  /**
   * Asks the model with what was said until the question, and with what model and tools have had to
   * do with each other since. Fails with {@code NotFound} or {@code AccessDenied} where the run may
   * not go on, and with {@code QuotaExceeded} where no quota holds one more answer.
   *
   * @param bill what this attempt has taken until now
   */
  CompletionStage<Answer> of(Run run, ModelId asked, List<Turn> since, Bill bill) {
    return models
        .find(asked)
        .thenApply(found -> found.orElseThrow(ModelGone::new))
        .thenCompose(
            model ->
                prompt
                    .of(run, model, since)
                    .thenCompose(
                        ready ->
                            reserved(run, ready, since, bill).thenCompose(reserved -> of(ready))));
  }

  /** The answer to what was reserved for. */
  CompletionStage<Answer> of(ReadyQuestion ready) {
    return ask.handle(ready.question())
        .exceptionallyCompose(failure -> CompletableFuture.failedFuture(goneOr(failure)))
        .thenApply(events -> new Answer(ready.model(), ready.needed(), events));
  }

  private static Throwable goneOr(Throwable failure) {
    return Cause.of(failure) instanceof NotFound ? new ModelGone() : failure;
  }

  /** What its first model needs was reserved when the run was asked for. */
  private CompletionStage<Void> reserved(
      Run run, ReadyQuestion ready, List<Turn> since, Bill bill) {
    ModelId model = ready.model().id();
    boolean isReserved =
        since.isEmpty()
            && model.equals(run.order().model())
            && bill.taken().tokens().equals(TokenUsage.NONE);
    return isReserved
        ? CompletableFuture.completedFuture(null)
        : budget.expect(run, model, bill.taken().plus(ready.dearest()));
  }

  /** Asks again after a while: as long as the provider wants, else twice as long each time. */
  void later(int calls, Throwable failure, Runnable again) {
    Duration pause = FIRST_PAUSE.multipliedBy(1L << (calls - 1));
    if (failure instanceof ModelCallFailed call) {
      pause = call.retryAfter().orElse(pause);
    }
    timers.after(pause.compareTo(LONGEST_PAUSE) > 0 ? LONGEST_PAUSE : pause, again);
  }

  /** Whether another model may do better. */
  static boolean isOfTheModel(Throwable failure) {
    Throwable cause = Cause.of(failure);
    return cause instanceof ModelCallFailed || cause instanceof ModelGone;
  }

  static boolean isTransient(Throwable failure) {
    return failure instanceof ModelCallFailed call
        && call.fault().isTransient()
        && call.retryAfter().filter(it -> it.compareTo(LONGEST_PAUSE) > 0).isEmpty();
  }

  /** What a run that failed so says of it. */
  static RunError reason(Throwable failure) {
    Throwable cause = Cause.of(failure);
    return switch (cause) {
      case ModelCallFailed call -> new RunError(call.fault().code(), call.sentence());
      case ModelGone gone -> RunError.MODEL_GONE;
      case DomainException refusal -> new RunError(refusal.code(), refusal.detail());
      default -> {
        LOG.log(Level.ERROR, "A run failed for a reason of ours", cause);
        yield RunError.INTERNAL;
      }
    };
  }
}
