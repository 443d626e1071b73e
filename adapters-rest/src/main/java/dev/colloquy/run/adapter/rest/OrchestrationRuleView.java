package dev.colloquy.run.adapter.rest;

import dev.colloquy.model.domain.ModelId;
import dev.colloquy.run.domain.OrchestrationRule;
import dev.colloquy.shared.adapter.rest.answer.Text;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/**
 * An orchestration rule.
 *
 * @param strategy fallback, load_balance, cost_optimize or quality_first
 * @param modelSequence whom it chooses from
 */
record OrchestrationRuleView(
    UUID id,
    String strategy,
    List<UUID> modelSequence,
    RuleConditionsView conditions,
    int priority,
    boolean enabled,
    Instant createdAt,
    Instant updatedAt,
    long version) {

  static OrchestrationRuleView of(OrchestrationRule it) {
    return new OrchestrationRuleView(
        it.id().value(),
        Text.of(it.draft().strategy()),
        it.draft().models().stream().map(ModelId::value).toList(),
        RuleConditionsView.of(it.draft().conditions()),
        it.draft().priority(),
        it.draft().enabled(),
        it.createdAt(),
        it.updatedAt(),
        it.version());
  }
}
