package dev.colloquy.run.application;

import dev.colloquy.model.domain.ModelAdministration;
import dev.colloquy.model.domain.ModelId;
import dev.colloquy.model.domain.port.in.BrowseModelConfigurations;
import dev.colloquy.run.domain.OrchestrationRule;
import dev.colloquy.run.domain.OrchestrationRuleId;
import dev.colloquy.run.domain.RuleDraft;
import dev.colloquy.run.domain.port.in.ManageOrchestration;
import dev.colloquy.run.domain.port.out.OrchestrationRules;
import dev.colloquy.shared.domain.Actor;
import dev.colloquy.shared.domain.Cause;
import dev.colloquy.shared.domain.CommonException.NotFound;
import dev.colloquy.shared.domain.CommonException.ValidationError;
import dev.colloquy.shared.domain.InTurn;
import dev.colloquy.shared.domain.Page;
import dev.colloquy.shared.domain.PageRequest;
import dev.colloquy.shared.domain.Precondition;
import dev.colloquy.shared.domain.port.out.Ids;
import dev.colloquy.shared.domain.port.out.UnitOfWork;
import java.time.Clock;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import java.util.stream.IntStream;

/** Sets orchestration rules. */
public final class ManageOrchestrationHandler implements ManageOrchestration {

  private final UnitOfWork unitOfWork;
  private final OrchestrationRules rules;
  private final BrowseModelConfigurations models;
  private final Ids ids;
  private final Clock clock;

  public ManageOrchestrationHandler(
      UnitOfWork unitOfWork,
      OrchestrationRules rules,
      BrowseModelConfigurations models,
      Ids ids,
      Clock clock) {
    this.unitOfWork = unitOfWork;
    this.rules = rules;
    this.models = models;
    this.ids = ids;
    this.clock = clock;
  }

  @Override
  public CompletionStage<Page<OrchestrationRule>> list(Actor.OfUser actor, PageRequest page) {
    return administrator(actor).thenCompose(may -> rules.list(page));
  }

  @Override
  public CompletionStage<OrchestrationRule> get(Actor.OfUser actor, OrchestrationRuleId rule) {
    return administrator(actor).thenCompose(may -> existing(rule, new Precondition.Any()));
  }

  @Override
  public CompletionStage<OrchestrationRule> create(Actor.OfUser actor, RuleDraft draft) {
    return administrator(actor)
        .thenCompose(may -> known(actor, draft))
        .thenApply(
            known ->
                OrchestrationRule.set(
                    actor, new OrchestrationRuleId(ids.next()), known, clock.instant()))
        .thenCompose(set -> unitOfWork.inTransaction(() -> rules.add(set)));
  }

  @Override
  public CompletionStage<OrchestrationRule> edit(Edit command) {
    return administrator(command.actor())
        .thenCompose(may -> unitOfWork.inTransaction(() -> edited(command)));
  }

  @Override
  public CompletionStage<Void> delete(
      Actor.OfUser actor, OrchestrationRuleId rule, Precondition precondition) {
    return administrator(actor)
        .thenCompose(may -> unitOfWork.inTransaction(() -> deleted(actor, rule, precondition)));
  }

  private CompletionStage<OrchestrationRule> edited(Edit command) {
    return existing(command.rule(), command.precondition())
        .thenCompose(
            rule ->
                known(command.actor(), command.change().apply(rule.draft()))
                    .thenApply(draft -> rule.edit(command.actor(), draft, clock.instant())))
        .thenCompose(rules::save);
  }

  private CompletionStage<Void> deleted(
      Actor.OfUser actor, OrchestrationRuleId id, Precondition precondition) {
    return existing(id, precondition)
        .thenApply(rule -> rule.delete(actor, clock.instant()))
        .thenCompose(rules::remove);
  }

  private CompletionStage<OrchestrationRule> existing(
      OrchestrationRuleId id, Precondition precondition) {
    return rules
        .find(id)
        .thenApply(found -> found.orElseThrow(() -> new NotFound("orchestration rule")))
        .thenApply(
            rule -> {
              precondition.check(rule.version());
              return rule;
            });
  }

  private CompletionStage<RuleDraft> known(Actor.OfUser actor, RuleDraft draft) {
    return InTurn.each(
            IntStream.range(0, draft.models().size()).boxed().toList(),
            place -> known(actor, draft.models().get(place), place))
        .thenApply(all -> draft);
  }

  private CompletionStage<?> known(Actor.OfUser actor, ModelId model, int place) {
    return models
        .get(actor, model)
        .exceptionally(
            failure -> {
              if (Cause.of(failure) instanceof NotFound) {
                throw ValidationError.at("/model_sequence/" + place, "must be the id of a model");
              }
              throw new CompletionException(Cause.of(failure));
            });
  }

  private static CompletionStage<Actor.OfUser> administrator(Actor.OfUser actor) {
    return CompletableFuture.completedFuture(actor).thenApply(ModelAdministration::demand);
  }
}
