package dev.colloquy.model.adapter.rest;

import com.fasterxml.jackson.annotation.JsonProperty;
import dev.colloquy.model.domain.Capability;
import dev.colloquy.model.domain.ModelDraft;
import dev.colloquy.model.domain.ModelName;
import dev.colloquy.model.domain.ModelStatus;
import dev.colloquy.model.domain.Price;
import dev.colloquy.model.domain.ProviderId;
import dev.colloquy.shared.adapter.rest.body.Fields;
import dev.colloquy.shared.adapter.rest.body.Json;
import dev.colloquy.shared.adapter.rest.body.JsonBody;
import java.math.BigDecimal;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A new model. */
record ModelRequest(
    @Schema(implementation = UUID.class) ProviderId providerId,
    @Schema(
            implementation = String.class,
            minLength = 1,
            maxLength = 200,
            examples = "gpt-5-mini",
            description = "What the provider calls it.")
        ModelName name,
    @Schema(
            implementation = String.class,
            required = false,
            minLength = 1,
            maxLength = 200,
            examples = "GPT-5 mini")
        Optional<ModelName> displayName,
    @Schema(
            implementation = Integer.class,
            required = false,
            minimum = "0",
            maximum = "3",
            defaultValue = "1",
            description = "From the simplest to the most able.")
        Optional<Integer> tier,
    @Schema(
            implementation = Integer.class,
            minimum = "1",
            examples = "128000",
            description = "How many tokens it takes in and gives out together.")
        Integer contextWindow,
    @Schema(
            implementation = Integer.class,
            minimum = "1",
            examples = "16384",
            description = "How many tokens it gives out at the most; less than context_window.")
        Integer maxTokens,
    @JsonProperty("input_cost_per_1k")
        @Schema(
            implementation = BigDecimal.class,
            required = false,
            minimum = "0",
            defaultValue = "0")
        Optional<BigDecimal> inputCostPer1k,
    @JsonProperty("output_cost_per_1k")
        @Schema(
            implementation = BigDecimal.class,
            required = false,
            minimum = "0",
            defaultValue = "0")
        Optional<BigDecimal> outputCostPer1k,
    @Schema(
            type = SchemaType.ARRAY,
            implementation = String.class,
            required = false,
            examples = "[\"streaming\"]",
            description = "Some of streaming, tools and vision; streaming where missing.")
        Optional<Set<Capability>> capabilities,
    @Schema(
            implementation = Integer.class,
            required = false,
            minimum = "0",
            maximum = "1000000",
            defaultValue = "100",
            description = "The lowest answers where no model is named.")
        Optional<Integer> priority,
    @Schema(implementation = Boolean.class, required = false, defaultValue = "true")
        Optional<Boolean> enabled,
    @Schema(
            implementation = String.class,
            enumeration = {"active", "inactive", "deprecated"},
            defaultValue = "active",
            required = false)
        Optional<ModelStatus> status)
    implements JsonBody {

  private static final int USUAL_TIER = 1;
  private static final int USUAL_PRIORITY = 100;

  static ModelRequest from(Fields fields) {
    return new ModelRequest(
        fields.required("provider_id", Json.id(ProviderId::new)),
        fields.required("name", ModelName::new),
        fields.optional("display_name", ModelName::new),
        fields.optional("tier", ModelFields.TIER),
        fields.required("context_window", ModelFields.TOKENS),
        fields.required("max_tokens", ModelFields.TOKENS),
        fields.optional("input_cost_per_1k", ModelFields.COST),
        fields.optional("output_cost_per_1k", ModelFields.COST),
        fields.optional("capabilities", ModelFields.CAPABILITIES),
        fields.optional("priority", ModelFields.PRIORITY),
        fields.optional("enabled", Json.flag()),
        fields.optional("status", Json.oneOf(ModelStatus.class)));
  }

  ModelDraft draft() {
    return new ModelDraft(
        name,
        displayName,
        tier.orElse(USUAL_TIER),
        contextWindow,
        maxTokens,
        new Price(inputCostPer1k.orElse(Price.part(0)), outputCostPer1k.orElse(Price.part(0))),
        capabilities.orElse(Set.of(Capability.STREAMING)),
        priority.orElse(USUAL_PRIORITY),
        enabled.orElse(true),
        status.orElse(ModelStatus.ACTIVE));
  }
}
