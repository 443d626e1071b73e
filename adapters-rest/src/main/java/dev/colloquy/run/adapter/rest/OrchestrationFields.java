package dev.colloquy.run.adapter.rest;

import dev.colloquy.model.domain.ModelId;
import dev.colloquy.run.domain.Complexity;
import dev.colloquy.run.domain.Importance;
import dev.colloquy.run.domain.RuleConditions;
import dev.colloquy.run.domain.RuleDraft;
import dev.colloquy.shared.adapter.rest.body.Fields;
import dev.colloquy.shared.adapter.rest.body.Json;
import java.util.List;
import java.util.Set;

/** How the fields of an orchestration rule are read, for a new one and for a change. */
final class OrchestrationFields {

  static final Json<List<ModelId>> MODELS = Json.list(RuleDraft.MAX_MODELS, Json.id(ModelId::new));
  static final Json<RuleConditions> CONDITIONS = Json.nested(OrchestrationFields::conditions);
  static final Json<Integer> PRIORITY = Json.whole(0, RuleDraft.LAST_PRIORITY);

  private OrchestrationFields() {}

  private static RuleConditions conditions(Fields fields) {
    return new RuleConditions(
        fields.optional("importance", some(Importance.class)).orElseGet(Set::of),
        fields.optional("complexity", some(Complexity.class)).orElseGet(Set::of));
  }

  private static <E extends Enum<E>> Json<Set<E>> some(Class<E> type) {
    return Json.list(type.getEnumConstants().length, Json.oneOf(type)).as(Set::copyOf);
  }
}
