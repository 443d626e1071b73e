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
import java.util.Set;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A new orchestration rule. */
record OrchestrationRuleRequest(
    @Schema(
            implementation = String.class,
            enumeration = {"fallback", "load_balance", "cost_optimize", "quality_first"})
        Strategy strategy,
    @Schema(
            type = SchemaType.ARRAY,
            implementation = UUID.class,
            minItems = 1,
            maxItems = 16,
            description = "The ids of the models to choose from.")
        List<ModelId> modelSequence,
    @Schema(implementation = RuleConditionsView.class, required = false)
        Optional<RuleConditions> conditions,
    @Schema(
            implementation = Integer.class,
            required = false,
            minimum = "0",
            maximum = "1000000",
            defaultValue = "100",
            description = "Of several rules for a run the one with the lowest decides.")
        Optional<Integer> priority,
    @Schema(implementation = Boolean.class, required = false, defaultValue = "true")
        Optional<Boolean> enabled)
    implements JsonBody {

  private static final int USUAL_PRIORITY = 100;

  static OrchestrationRuleRequest from(Fields fields) {
    return new OrchestrationRuleRequest(
        fields.required("strategy", Json.oneOf(Strategy.class)),
        fields.required("model_sequence", OrchestrationFields.MODELS),
        fields.optional("conditions", OrchestrationFields.CONDITIONS),
        fields.optional("priority", OrchestrationFields.PRIORITY),
        fields.optional("enabled", Json.flag()));
  }

  RuleDraft draft() {
    return new RuleDraft(
        strategy,
        modelSequence,
        conditions.orElseGet(() -> new RuleConditions(Set.of(), Set.of())),
        priority.orElse(USUAL_PRIORITY),
        enabled.orElse(true));
  }
}
