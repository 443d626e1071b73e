package dev.colloquy.run.application;

import dev.colloquy.model.domain.ModelId;
import dev.colloquy.run.domain.Run;
import dev.colloquy.run.domain.Spent;
import dev.colloquy.shared.domain.Actor;
import dev.colloquy.shared.domain.port.out.UnitOfWork;
import dev.colloquy.usage.domain.Call;
import dev.colloquy.usage.domain.CallId;
import dev.colloquy.usage.domain.Consumption;
import dev.colloquy.usage.domain.Spender;
import dev.colloquy.usage.domain.port.in.MeterUsage;
import java.util.concurrent.CompletionStage;

/**
 * What runs take of quotas. It belongs into the unit of work that starts, pauses or ends a run, and
 * there behind all else, for it makes others wait.
 */
public final class RunBudget {

  private final UnitOfWork unitOfWork;
  private final MeterUsage usage;

  public RunBudget(UnitOfWork unitOfWork, MeterUsage usage) {
    this.unitOfWork = unitOfWork;
    this.usage = usage;
  }

  /** The run takes that much at the most. Fails with {@code QuotaExceeded}. */
  CompletionStage<Void> reserve(Actor.OfUser actor, Run run, Spent expected) {
    return usage.reserve(
        new MeterUsage.Reservation(
            call(run),
            Call.Kind.RUN,
            Spender.in(run.workspace(), actor),
            run.order().model().value(),
            consumption(expected)));
  }

  /**
   * The attempt under way takes that much at the most, with what is behind it. In a unit of work of
   * its own; fails with {@code QuotaExceeded}.
   */
  CompletionStage<Void> expect(Run run, ModelId model, Spent attempt) {
    return unitOfWork.inTransaction(() -> keep(run, model, attempt));
  }

  /** No more than that is held for the run, until somebody expects more of it. */
  CompletionStage<Void> keep(Run run, ModelId model, Spent attempt) {
    return usage.expect(call(run), model.value(), consumption(run.spent().plus(attempt)));
  }

  /** The run has ended, and what this attempt has taken is real, as is what is behind it. */
  CompletionStage<Void> settle(Run run, Spent attempt) {
    return usage.settle(call(run), consumption(run.spent().plus(attempt)));
  }

  /** The run has ended before any model was asked. */
  CompletionStage<Run> release(Run run) {
    return usage.release(call(run)).thenApply(released -> run);
  }

  static Consumption consumption(Spent spent) {
    return new Consumption(
        spent.tokens().promptTokens(), spent.tokens().completionTokens(), spent.cost());
  }

  private static CallId call(Run run) {
    return new CallId(run.id().value());
  }
}
