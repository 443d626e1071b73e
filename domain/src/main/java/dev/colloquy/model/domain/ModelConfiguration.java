package dev.colloquy.model.domain;

import dev.colloquy.shared.domain.Actor;
import dev.colloquy.shared.domain.Change;
import java.time.Instant;

/**
 * A model as administrators set it up.
 *
 * @param version raised by one with every change
 */
public record ModelConfiguration(Model model, Instant createdAt, Instant updatedAt, long version) {

  /** A model that was not there before. */
  public static Change<ModelConfiguration> setUp(
      Actor actor, ModelId id, ProviderId provider, ModelDraft draft, Instant now) {
    ModelConfiguration added = new ModelConfiguration(draft.of(id, provider), now, now, 1);
    return Change.of(added, new ModelConfigurationEvent.Created(actor, now, added));
  }

  /** What was written about it. */
  public ModelDraft draft() {
    return ModelDraft.of(model);
  }

  /** Sets the model up otherwise; its provider stays. The same contents are no change. */
  public Change<ModelConfiguration> edit(Actor actor, ModelDraft wanted, Instant now) {
    Model edited = wanted.of(model.id(), model.provider());
    if (edited.equals(model)) {
      return Change.nothing(this);
    }
    ModelConfiguration next = new ModelConfiguration(edited, createdAt, now, version + 1);
    return Change.of(next, new ModelConfigurationEvent.Updated(actor, now, next));
  }

  /** Takes the model away. */
  public Change<ModelConfiguration> delete(Actor actor, Instant now) {
    return Change.of(this, new ModelConfigurationEvent.Deleted(actor, now, this));
  }
}
