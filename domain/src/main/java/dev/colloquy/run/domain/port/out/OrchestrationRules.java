package dev.colloquy.run.domain.port.out;

import dev.colloquy.run.domain.OrchestrationRule;
import dev.colloquy.run.domain.OrchestrationRuleId;
import dev.colloquy.shared.domain.Change;
import dev.colloquy.shared.domain.Page;
import dev.colloquy.shared.domain.PageRequest;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletionStage;

/** Orchestration rules as they are kept. Writing needs a unit of work. */
public interface OrchestrationRules {

  CompletionStage<Optional<OrchestrationRule>> find(OrchestrationRuleId id);

  /** The newest first. */
  CompletionStage<Page<OrchestrationRule>> list(PageRequest page);

  /** All that are enabled, in no order. */
  CompletionStage<List<OrchestrationRule>> enabled();

  CompletionStage<OrchestrationRule> add(Change<OrchestrationRule> set);

  /** Keeps a change. Fails with {@code Conflict} where the rule changed meanwhile. */
  CompletionStage<OrchestrationRule> save(Change<OrchestrationRule> changed);

  /** Forgets the rule. Fails as {@link #save} does. */
  CompletionStage<Void> remove(Change<OrchestrationRule> deleted);
}
