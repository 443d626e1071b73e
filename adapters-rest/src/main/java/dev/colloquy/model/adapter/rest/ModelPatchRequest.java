package dev.colloquy.model.adapter.rest;

import com.fasterxml.jackson.annotation.JsonProperty;
import dev.colloquy.model.domain.Capability;
import dev.colloquy.model.domain.ModelDraft;
import dev.colloquy.model.domain.ModelName;
import dev.colloquy.model.domain.ModelStatus;
import dev.colloquy.model.domain.Price;
import dev.colloquy.shared.adapter.rest.body.Fields;
import dev.colloquy.shared.adapter.rest.body.Json;
import dev.colloquy.shared.adapter.rest.body.JsonBody;
import dev.colloquy.shared.domain.Patch;
import java.math.BigDecimal;
import java.util.Optional;
import java.util.Set;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A partial change; what is not mentioned stays. */
record ModelPatchRequest(
    @Schema(implementation = String.class, minLength = 1, maxLength = 200) Optional<ModelName> name,
    @Schema(
            implementation = String.class,
            minLength = 1,
            maxLength = 200,
            nullable = true,
            description = "The name, where it is null.")
        Patch<ModelName> displayName,
    @Schema(implementation = Integer.class, minimum = "0", maximum = "3") Optional<Integer> tier,
    @Schema(implementation = Integer.class, minimum = "1") Optional<Integer> contextWindow,
    @Schema(implementation = Integer.class, minimum = "1") Optional<Integer> maxTokens,
    @JsonProperty("input_cost_per_1k") @Schema(implementation = BigDecimal.class, minimum = "0")
        Optional<BigDecimal> inputCostPer1k,
    @JsonProperty("output_cost_per_1k") @Schema(implementation = BigDecimal.class, minimum = "0")
        Optional<BigDecimal> outputCostPer1k,
    @Schema(
            type = SchemaType.ARRAY,
            implementation = String.class,
            examples = "[\"streaming\"]",
            description = "Some of streaming, tools and vision.")
        Optional<Set<Capability>> capabilities,
    @Schema(implementation = Integer.class, minimum = "0", maximum = "1000000")
        Optional<Integer> priority,
    @Schema(implementation = Boolean.class) Optional<Boolean> enabled,
    @Schema(
            implementation = String.class,
            enumeration = {"active", "inactive", "deprecated"})
        Optional<ModelStatus> status)
    implements JsonBody {

  static ModelPatchRequest from(Fields fields) {
    return new ModelPatchRequest(
        fields.change("name", ModelName::new),
        fields.patch("display_name", ModelName::new),
        fields.change("tier", ModelFields.TIER),
        fields.change("context_window", ModelFields.TOKENS),
        fields.change("max_tokens", ModelFields.TOKENS),
        fields.change("input_cost_per_1k", ModelFields.COST),
        fields.change("output_cost_per_1k", ModelFields.COST),
        fields.change("capabilities", ModelFields.CAPABILITIES),
        fields.change("priority", ModelFields.PRIORITY),
        fields.change("enabled", Json.flag()),
        fields.change("status", Json.oneOf(ModelStatus.class)));
  }

  ModelDraft applyTo(ModelDraft draft) {
    return new ModelDraft(
        name.orElse(draft.name()),
        displayName.applyTo(draft.displayName()),
        tier.orElse(draft.tier()),
        contextWindow.orElse(draft.contextWindow()),
        maxTokens.orElse(draft.maxTokens()),
        new Price(
            inputCostPer1k.orElse(draft.price().input()),
            outputCostPer1k.orElse(draft.price().output())),
        capabilities.orElse(draft.capabilities()),
        priority.orElse(draft.priority()),
        enabled.orElse(draft.enabled()),
        status.orElse(draft.status()));
  }
}
