package dev.colloquy.identity.application;

import dev.colloquy.identity.domain.IdentityException.Unauthenticated;
import dev.colloquy.identity.domain.User;
import dev.colloquy.identity.domain.port.out.Users;
import dev.colloquy.shared.domain.Actor;
import java.util.concurrent.CompletionStage;

/** Finds the account that somebody acts for. */
public final class OwnAccount {

  private final Users users;

  public OwnAccount(Users users) {
    this.users = users;
  }

  /** Fails with {@link Unauthenticated} where it has gone or was closed meanwhile. */
  CompletionStage<User> of(Actor.OfUser actor) {
    return users
        .find(actor.user())
        .thenApply(found -> found.filter(User::isActive).orElseThrow(Unauthenticated::new));
  }
}
