package dev.colloquy.model.adapter.rest;

import dev.colloquy.model.domain.Capability;
import dev.colloquy.model.domain.ModelDraft;
import dev.colloquy.model.domain.Price;
import dev.colloquy.shared.adapter.rest.body.Json;
import java.math.BigDecimal;
import java.util.Set;

/** How the fields of a model are read, for a new one and for a change. */
final class ModelFields {

  static final Json<Integer> TIER = Json.whole(0, ModelDraft.HIGHEST_TIER);
  static final Json<Integer> TOKENS = Json.whole(1, ModelDraft.LARGEST_WINDOW);
  static final Json<BigDecimal> COST = Json.number(Price::part);
  static final Json<Integer> PRIORITY = Json.whole(0, ModelDraft.LAST_PRIORITY);
  static final Json<Set<Capability>> CAPABILITIES =
      Json.list(Capability.values().length, Json.oneOf(Capability.class)).as(Set::copyOf);

  private ModelFields() {}
}
