package dev.colloquy.model.domain;

import dev.colloquy.shared.domain.CommonException.ValidationError;
import java.util.Optional;
import java.util.Set;

/**
 * Everything about a model that an administrator writes.
 *
 * @param displayName the name where empty
 * @param maxTokens less than the context window, of which the question needs a part
 */
public record ModelDraft(
    ModelName name,
    Optional<ModelName> displayName,
    int tier,
    int contextWindow,
    int maxTokens,
    Price price,
    Set<Capability> capabilities,
    int priority,
    boolean enabled,
    ModelStatus status) {

  public static final int HIGHEST_TIER = 3;
  public static final int LARGEST_WINDOW = 100_000_000;
  public static final int LAST_PRIORITY = 1_000_000;

  public ModelDraft {
    if (maxTokens >= contextWindow) {
      throw ValidationError.at("/max_tokens", "must be less than context_window");
    }
    capabilities = Set.copyOf(capabilities);
  }

  /** The model of these contents. */
  Model of(ModelId id, ProviderId provider) {
    return new Model(
        id,
        provider,
        name.value(),
        displayName.orElse(name).value(),
        tier,
        contextWindow,
        maxTokens,
        price,
        capabilities,
        priority,
        enabled,
        status);
  }

  /** What was written about a model that is set up. */
  static ModelDraft of(Model model) {
    return new ModelDraft(
        new ModelName(model.name()),
        Optional.of(new ModelName(model.displayName())),
        model.tier(),
        model.contextWindow(),
        model.maxTokens(),
        model.price(),
        model.capabilities(),
        model.priority(),
        model.enabled(),
        model.status());
  }
}
