package dev.colloquy.identity.domain;

import dev.colloquy.shared.domain.Actor;
import dev.colloquy.shared.domain.CommonException.AccessDenied;
import dev.colloquy.shared.domain.KeyScope;

/** Who may touch an account: its user, and his keys only as far as they cannot outgrow him. */
public final class AccountAccess {

  private AccountAccess() {}

  /**
   * For what could make a leaked key into more than it was: other keys, sessions, the password, the
   * end of the account. Fails with {@link AccessDenied} for every key.
   */
  public static Actor.Person inPerson(Actor.OfUser actor) {
    return switch (actor) {
      case Actor.Person person -> person;
      case Actor.Key key -> throw new AccessDenied("An API key may not do this; log in.");
      case Actor.Agent agent -> throw new AccessDenied("An agent may not do this.");
    };
  }

  /** For reading the account. */
  public static Actor.OfUser reads(Actor.OfUser actor) {
    if (!actor.has(KeyScope.READ)) {
      throw new AccessDenied("This API key has no scope to read.");
    }
    return actor;
  }

  /** For changing the profile; a key bound to a workspace stays within it. */
  public static Actor.OfUser writes(Actor.OfUser actor) {
    if (!actor.has(KeyScope.WRITE)) {
      throw new AccessDenied("This API key has no scope to write.");
    }
    if (actor.boundTo().isPresent()) {
      throw new AccessDenied("This API key is bound to a workspace and may not change accounts.");
    }
    return actor;
  }

  /** For running the installation. */
  public static Actor.OfUser administers(Actor.OfUser actor) {
    if (!actor.administers()) {
      throw new AccessDenied("This is for administrators.");
    }
    return actor;
  }
}
