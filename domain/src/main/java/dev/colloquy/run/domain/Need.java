package dev.colloquy.run.domain;

import dev.colloquy.model.domain.Capability;
import dev.colloquy.model.domain.Model;
import dev.colloquy.model.domain.ModelDraft;
import java.util.UUID;

/**
 * What a run needs of its model.
 *
 * @param tools whether the model may ask for any
 * @param run so that runs are spread evenly, and each stays with what it got
 */
public record Need(Importance importance, Complexity complexity, boolean tools, UUID run) {

  /** The lowest tier that should do. */
  public int tier() {
    int usual =
        switch (complexity) {
          case SIMPLE -> 0;
          case MODERATE -> 1;
          case COMPLEX -> 2;
        };
    return switch (importance) {
      case LOW -> Math.max(0, usual - 1);
      case MEDIUM -> usual;
      case HIGH -> usual + 1;
      case CRITICAL -> ModelDraft.HIGHEST_TIER;
    };
  }

  /** Whether the model can do it at all. */
  public boolean isMetBy(Model model) {
    return !tools || model.capabilities().contains(Capability.TOOLS);
  }
}
