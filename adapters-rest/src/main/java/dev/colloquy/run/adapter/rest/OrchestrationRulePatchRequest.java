package dev.colloquy.run.adapter.rest;

import dev.colloquy.model.domain.ModelId;
import dev.colloquy.run.domain.RuleConditions;
import dev.colloquy.run.domain.RuleDraft;
import dev.colloquy.run.domain.Strategy;
import dev.colloquy.shared.adapter.rest.body.Fields;
import dev.colloquy.shared.adapter.rest.body.Json;
import dev.colloquy.shared.adapter.rest.body.JsonBody;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A partial change; what is not mentioned stays, and conditions are replaced as a whole. */
record OrchestrationRulePatchRequest(
    @Schema(
            implementation = String.class,
            enumeration = {"fallback", "load_balance", "cost_optimize", "quality_first"})
        Optional<Strategy> strategy,
    @Schema(type = SchemaType.ARRAY, implementation = UUID.class, minItems = 1, maxItems = 16)
        Optional<List<ModelId>> modelSequence,
    @Schema(implementation = RuleConditionsView.class) Optional<RuleConditions> conditions,
    @Schema(implementation = Integer.class, minimum = "0", maximum = "1000000")
        Optional<Integer> priority,
    @Schema(implementation = Boolean.class) Optional<Boolean> enabled)
    implements JsonBody {

  static OrchestrationRulePatchRequest from(Fields fields) {
    return new OrchestrationRulePatchRequest(
        fields.change("strategy", Json.oneOf(Strategy.class)),
        fields.change("model_sequence", OrchestrationFields.MODELS),
        fields.change("conditions", OrchestrationFields.CONDITIONS),
        fields.change("priority", OrchestrationFields.PRIORITY),
        fields.change("enabled", Json.flag()));
  }

  RuleDraft applyTo(RuleDraft draft) {
    return new RuleDraft(
        strategy.orElse(draft.strategy()),
        modelSequence.orElse(draft.models()),
        conditions.orElse(draft.conditions()),
        priority.orElse(draft.priority()),
        enabled.orElse(draft.enabled()));
  }
}
