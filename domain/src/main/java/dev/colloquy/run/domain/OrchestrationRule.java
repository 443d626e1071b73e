package dev.colloquy.run.domain;

import dev.colloquy.model.domain.Model;
import dev.colloquy.shared.domain.Actor;
import dev.colloquy.shared.domain.Change;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;

/**
 * Which models are asked for runs that name none.
 *
 * @param version raised by one with every change
 */
public record OrchestrationRule(
    OrchestrationRuleId id, RuleDraft draft, Instant createdAt, Instant updatedAt, long version) {

  private static final Comparator<OrchestrationRule> ORDER =
      Comparator.comparingInt((OrchestrationRule it) -> it.draft().priority())
          .thenComparing(it -> it.id().toString());

  /** A rule that was not there before. */
  public static Change<OrchestrationRule> set(
      Actor.OfUser actor, OrchestrationRuleId id, RuleDraft draft, Instant now) {
    OrchestrationRule set = new OrchestrationRule(id, draft, now, now, 1);
    return Change.of(set, new OrchestrationRuleEvent.Created(actor, now, set));
  }

  /** Gives the rule other contents; the same ones are no change. */
  public Change<OrchestrationRule> edit(Actor.OfUser actor, RuleDraft wanted, Instant now) {
    if (wanted.equals(draft)) {
      return Change.nothing(this);
    }
    OrchestrationRule edited = new OrchestrationRule(id, wanted, createdAt, now, version + 1);
    return Change.of(edited, new OrchestrationRuleEvent.Updated(actor, now, edited));
  }

  /** Takes the rule away. */
  public Change<OrchestrationRule> delete(Actor.OfUser actor, Instant now) {
    return Change.of(this, new OrchestrationRuleEvent.Deleted(actor, now, this));
  }

  /**
   * Whom the first rule that is for it has asked for a run, in their order; empty where none is.
   *
   * @param available the models that may be used
   */
  public static List<Model> lineup(
      List<OrchestrationRule> rules, List<Model> available, Need need) {
    return rules.stream()
        .sorted(ORDER)
        .map(it -> it.draft().lineup(available, need))
        .filter(it -> !it.isEmpty())
        .findFirst()
        .orElseGet(List::of);
  }
}
