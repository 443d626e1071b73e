package dev.colloquy.identity.domain;

import dev.colloquy.shared.domain.Actor;
import dev.colloquy.shared.domain.LoginSessionId;
import dev.colloquy.shared.domain.Origin;
import dev.colloquy.shared.domain.UserId;
import dev.colloquy.shared.domain.UserRole;

/** What an access token says, once its signature and its times were found good. */
public record VerifiedToken(UserId user, LoginSessionId session, UserRole role) {

  public Actor.Person acting(Origin origin) {
    return new Actor.Person(user, session, role, origin);
  }
}
