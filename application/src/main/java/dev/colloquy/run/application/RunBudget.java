package dev.colloquy.run.application;

import dev.colloquy.model.domain.Model;
import dev.colloquy.model.domain.TokenUsage;
import dev.colloquy.model.domain.port.in.ChooseModel;
import dev.colloquy.run.domain.ContextWindow;
import dev.colloquy.run.domain.Run;
import dev.colloquy.shared.domain.Actor;
import dev.colloquy.usage.domain.Call;
import dev.colloquy.usage.domain.CallId;
import dev.colloquy.usage.domain.Consumption;
import dev.colloquy.usage.domain.Spender;
import dev.colloquy.usage.domain.port.in.MeterUsage;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

/**
 * What runs take of quotas. All of it belongs into the unit of work that starts or ends a run, and
 * there behind all else, for it makes others wait.
 */
public final class RunBudget {

  private final ChooseModel models;
  private final RunPrompt prompt;
  private final MeterUsage usage;

  public RunBudget(ChooseModel models, RunPrompt prompt, MeterUsage usage) {
    this.models = models;
    this.prompt = prompt;
    this.usage = usage;
  }

  /** Fails with {@code QuotaExceeded}. */
  CompletionStage<Run> reserve(Actor.OfUser actor, Run run) {
    return expected(run)
        .thenCompose(
            expected ->
                usage.reserve(
                    new MeterUsage.Reservation(
                        call(run),
                        Call.Kind.RUN,
                        Spender.in(run.workspace(), actor),
                        run.order().model().value(),
                        expected)))
        .thenApply(reserved -> run);
  }

  /** The run has ended, and what its model has taken is real. */
  CompletionStage<Void> settle(Run run, Model model, TokenUsage taken) {
    return usage.settle(call(run), consumption(model, taken));
  }

  /** The run has ended before any model was asked. */
  CompletionStage<Run> release(Run run) {
    return usage.release(call(run)).thenApply(released -> run);
  }

  static Consumption consumption(Model model, TokenUsage tokens) {
    return new Consumption(
        tokens.promptTokens(), tokens.completionTokens(), model.price().of(tokens));
  }

  /** Nothing, where the model is gone: it will not be asked. */
  private CompletionStage<Consumption> expected(Run run) {
    return models
        .find(run.order().model())
        .thenCompose(
            found ->
                found
                    .map(model -> expected(run, model))
                    .orElseGet(() -> CompletableFuture.completedFuture(Consumption.NOTHING)));
  }

  private CompletionStage<Consumption> expected(Run run, Model model) {
    return prompt
        .of(run, model)
        .thenApply(ContextWindow::needed)
        .thenApply(needed -> consumption(model, needed));
  }

  private static CallId call(Run run) {
    return new CallId(run.id().value());
  }
}
