package dev.colloquy.model.adapter.rest;

import com.fasterxml.jackson.annotation.JsonProperty;
import dev.colloquy.model.domain.Model;
import dev.colloquy.model.domain.ModelConfiguration;
import dev.colloquy.shared.adapter.rest.answer.Text;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/**
 * A model as it is set up.
 *
 * @param tier from 0, the simplest, to 3
 * @param contextWindow in tokens
 * @param priority the lowest answers where no model is named
 */
record ModelConfigurationView(
    UUID id,
    UUID providerId,
    String name,
    String displayName,
    int tier,
    int contextWindow,
    int maxTokens,
    @JsonProperty("input_cost_per_1k") BigDecimal inputCostPer1k,
    @JsonProperty("output_cost_per_1k") BigDecimal outputCostPer1k,
    List<String> capabilities,
    int priority,
    boolean enabled,
    String status,
    Instant createdAt,
    Instant updatedAt,
    long version) {

  static ModelConfigurationView of(ModelConfiguration configuration) {
    Model it = configuration.model();
    return new ModelConfigurationView(
        it.id().value(),
        it.provider().value(),
        it.name(),
        it.displayName(),
        it.tier(),
        it.contextWindow(),
        it.maxTokens(),
        it.price().input(),
        it.price().output(),
        it.capabilities().stream().sorted().map(Text::of).toList(),
        it.priority(),
        it.enabled(),
        Text.of(it.status()),
        configuration.createdAt(),
        configuration.updatedAt(),
        configuration.version());
  }
}
