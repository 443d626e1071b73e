package dev.colloquy.tool.domain;

import dev.colloquy.shared.domain.Actor;
import dev.colloquy.shared.domain.CommonException.AccessDenied;

/** Who sets tools and their servers up. */
public final class ToolAdministration {

  private ToolAdministration() {}

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
