package dev.colloquy.run.testkit;

import static dev.colloquy.conversation.testkit.ConversationFixtures.NOON;
import static dev.colloquy.shared.testkit.Stages.assertFailureOf;
import static dev.colloquy.shared.testkit.Stages.valueOf;
import static org.assertj.core.api.Assertions.assertThat;

import dev.colloquy.model.domain.ModelId;
import dev.colloquy.run.domain.Complexity;
import dev.colloquy.run.domain.Importance;
import dev.colloquy.run.domain.OrchestrationRule;
import dev.colloquy.run.domain.OrchestrationRuleId;
import dev.colloquy.run.domain.RuleConditions;
import dev.colloquy.run.domain.RuleDraft;
import dev.colloquy.run.domain.Strategy;
import dev.colloquy.shared.domain.Actor;
import dev.colloquy.shared.domain.Change;
import dev.colloquy.shared.domain.CommonException.Conflict;
import dev.colloquy.shared.domain.PageRequest;
import dev.colloquy.shared.testkit.Actors;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletionStage;
import org.junit.jupiter.api.Test;

/** What every keeper of orchestration rules does. */
public interface OrchestrationRulesContract {

  RunGround ground();

  private RuleDraft draft(Strategy strategy, boolean enabled) {
    return new RuleDraft(
        strategy,
        List.of(new ModelId(UUID.randomUUID()), new ModelId(UUID.randomUUID())),
        new RuleConditions(
            Set.of(Importance.HIGH, Importance.CRITICAL), Set.of(Complexity.MODERATE)),
        7,
        enabled);
  }

  private Change<OrchestrationRule> fresh(RuleDraft draft) {
    OrchestrationRuleId id = new OrchestrationRuleId(ground().ids().next());
    return OrchestrationRule.set(administrator(), id, draft, NOON);
  }

  private static Actor.OfUser administrator() {
    return Actors.administrator();
  }

  private OrchestrationRule kept(RuleDraft draft) {
    Change<OrchestrationRule> fresh = fresh(draft);
    return ground().talks().within(() -> ground().rules().add(fresh));
  }

  private Optional<OrchestrationRule> found(OrchestrationRule rule) {
    return valueOf(ground().rules().find(rule.id()));
  }

  private CompletionStage<OrchestrationRule> saving(Change<OrchestrationRule> change) {
    return ground().talks().unitOfWork().inTransaction(() -> ground().rules().save(change));
  }

  @Test
  default void findsTheRulesThatItKeeps() {
    OrchestrationRule rule = kept(draft(Strategy.COST_OPTIMIZE, true));

    assertThat(found(rule)).contains(rule);
    assertThat(found(fresh(draft(Strategy.FALLBACK, true)).now())).isEmpty();
  }

  @Test
  default void listsRulesTheNewestFirst() {
    OrchestrationRule older = kept(draft(Strategy.FALLBACK, false));
    OrchestrationRule newer = kept(draft(Strategy.LOAD_BALANCE, false));

    assertThat(valueOf(ground().rules().list(new PageRequest(2, Optional.empty()))).items())
        .containsExactly(newer, older);
  }

  @Test
  default void tellsWhichRulesAreEnabled() {
    OrchestrationRule on = kept(draft(Strategy.FALLBACK, true));
    OrchestrationRule off = kept(draft(Strategy.FALLBACK, false));

    assertThat(valueOf(ground().rules().enabled())).contains(on).doesNotContain(off);
  }

  @Test
  default void savesTheRuleOfTheVersionThatWasRead() {
    OrchestrationRule rule = kept(draft(Strategy.FALLBACK, true));
    Change<OrchestrationRule> first =
        rule.edit(administrator(), draft(Strategy.QUALITY_FIRST, false), NOON.plusSeconds(1));
    Change<OrchestrationRule> second =
        rule.edit(administrator(), draft(Strategy.LOAD_BALANCE, true), NOON.plusSeconds(2));

    valueOf(saving(first));

    assertThat(found(rule)).contains(first.now());
    assertFailureOf(saving(second)).isInstanceOf(Conflict.class);
  }

  @Test
  default void forgetsTheRuleOfTheVersionThatWasRead() {
    OrchestrationRule rule = kept(draft(Strategy.FALLBACK, true));
    Change<OrchestrationRule> edited =
        rule.edit(administrator(), draft(Strategy.QUALITY_FIRST, false), NOON.plusSeconds(1));
    valueOf(saving(edited));

    assertFailureOf(removing(rule)).isInstanceOf(Conflict.class);
    valueOf(removing(edited.now()).thenApply(removed -> true));

    assertThat(found(rule)).isEmpty();
  }

  private CompletionStage<Void> removing(OrchestrationRule rule) {
    Change<OrchestrationRule> deleted = rule.delete(administrator(), NOON.plusSeconds(3));
    return ground().talks().unitOfWork().inTransaction(() -> ground().rules().remove(deleted));
  }
}
