package dev.colloquy.usage.domain;

import dev.colloquy.shared.domain.Actor;
import dev.colloquy.shared.domain.CommonException.AccessDenied;
import dev.colloquy.shared.domain.KeyScope;

/** Who may see and limit usage. */
public final class UsageAccess {

  private UsageAccess() {}

  /** For one's own. Fails with {@link AccessDenied} for an API key without the scope to read. */
  public static Actor.OfUser reads(Actor.OfUser actor) {
    if (!actor.has(KeyScope.READ)) {
      throw new AccessDenied("This API key has no scope to read.");
    }
    return actor;
  }

  /** For everybody's. Fails with {@link AccessDenied}. */
  public static Actor.OfUser administers(Actor.OfUser actor) {
    if (!actor.administers()) {
      throw new AccessDenied("This is for administrators.");
    }
    return actor;
  }
}
