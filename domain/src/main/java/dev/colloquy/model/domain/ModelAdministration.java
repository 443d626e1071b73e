package dev.colloquy.model.domain;

import dev.colloquy.shared.domain.Actor;
import dev.colloquy.shared.domain.CommonException.AccessDenied;

/** Who sets providers and models up. */
public final class ModelAdministration {

  private ModelAdministration() {}

  /** Fails with {@link AccessDenied} for whoever does not administer the whole installation. */
  public static Actor.OfUser demand(Actor.OfUser actor) {
    if (!actor.administers()) {
      throw new AccessDenied("This is for administrators.");
    }
    if (actor.boundTo().isPresent()) {
      throw new AccessDenied("This API key is bound to a workspace.");
    }
    return actor;
  }
}
