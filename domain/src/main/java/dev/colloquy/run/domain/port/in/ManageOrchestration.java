package dev.colloquy.run.domain.port.in;

import dev.colloquy.run.domain.OrchestrationRule;
import dev.colloquy.run.domain.OrchestrationRuleId;
import dev.colloquy.run.domain.RuleDraft;
import dev.colloquy.shared.domain.Actor;
import dev.colloquy.shared.domain.Page;
import dev.colloquy.shared.domain.PageRequest;
import dev.colloquy.shared.domain.Precondition;
import java.util.concurrent.CompletionStage;
import java.util.function.UnaryOperator;

/**
 * Rules which models are asked; for administrators, all others get {@code AccessDenied}. What is
 * under way stays with the models that it was given.
 */
public interface ManageOrchestration {

  /** The newest first. */
  CompletionStage<Page<OrchestrationRule>> list(Actor.OfUser actor, PageRequest page);

  /** One of them. Fails with {@code NotFound}. */
  CompletionStage<OrchestrationRule> get(Actor.OfUser actor, OrchestrationRuleId rule);

  /**
   * Fails with {@code ValidationError} at {@code /model_sequence} for a model that is not there.
   */
  CompletionStage<OrchestrationRule> create(Actor.OfUser actor, RuleDraft draft);

  /** Fails as {@link #create} does, with {@code NotFound}, or {@code PreconditionFailed}. */
  CompletionStage<OrchestrationRule> edit(Edit command);

  /** Fails with {@code NotFound} or {@code PreconditionFailed}. */
  CompletionStage<Void> delete(
      Actor.OfUser actor, OrchestrationRuleId rule, Precondition precondition);

  /**
   * Other contents.
   *
   * @param change of what is there
   */
  record Edit(
      Actor.OfUser actor,
      OrchestrationRuleId rule,
      UnaryOperator<RuleDraft> change,
      Precondition precondition) {}
}
