package dev.colloquy.run.domain;

import dev.colloquy.model.domain.Model;
import dev.colloquy.model.domain.ModelId;
import dev.colloquy.shared.domain.CommonException.ValidationError;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;

/**
 * Everything about an orchestration rule that an administrator writes.
 *
 * @param models whom it chooses from; those that are gone or off are passed over
 * @param priority of several rules that are for a run, the one with the lowest decides
 */
public record RuleDraft(
    Strategy strategy,
    List<ModelId> models,
    RuleConditions conditions,
    int priority,
    boolean enabled) {

  public static final int MAX_MODELS = 16;
  public static final int LAST_PRIORITY = 1_000_000;

  public RuleDraft {
    models = List.copyOf(models);
    if (models.isEmpty() || models.size() > MAX_MODELS) {
      throw ValidationError.at("/model_sequence", "must have 1 to " + MAX_MODELS + " items");
    }
    if (new HashSet<>(models).size() < models.size()) {
      throw ValidationError.at("/model_sequence", "must not have the same model twice");
    }
  }

  /** Whom it has asked for a run, in their order; empty where it is not for it. */
  List<Model> lineup(List<Model> available, Need need) {
    if (!enabled || !conditions.hold(need)) {
      return List.of();
    }
    List<Model> listed =
        models.stream()
            .map(id -> available.stream().filter(it -> it.id().equals(id)).findFirst())
            .flatMap(Optional::stream)
            .filter(need::isMetBy)
            .toList();
    return listed.isEmpty() ? listed : strategy.order(listed, need);
  }
}
