package dev.colloquy.model.domain;

import dev.colloquy.shared.domain.CommonException.ValidationError;
import java.util.Optional;
import java.util.Set;

/**
 * A model that is set up here.
 *
 * @param name what its provider calls it; several providers may have a model of one name
 * @param tier from 0, the simplest, to 3
 * @param contextWindow how many tokens it takes in and gives out together
 * @param maxTokens how many it gives out at the most
 * @param priority the enabled model with the lowest answers where none is named
 */
public record Model(
    ModelId id,
    ProviderId provider,
    String name,
    String displayName,
    int tier,
    int contextWindow,
    int maxTokens,
    Price price,
    Set<Capability> capabilities,
    int priority,
    boolean enabled,
    ModelStatus status) {

  public Model {
    capabilities = Set.copyOf(capabilities);
  }

  /**
   * How many tokens an answer may have: as many as are wished, or all it gives out.
   *
   * @throws ValidationError at {@code /max_tokens} where more are wished than it gives out
   */
  public int allowance(Optional<Integer> wished) {
    if (wished.filter(it -> it > maxTokens).isPresent()) {
      throw ValidationError.at(
          "/max_tokens", "must be at most " + maxTokens + ", which is the model's own");
    }
    return wished.orElse(maxTokens);
  }
}
