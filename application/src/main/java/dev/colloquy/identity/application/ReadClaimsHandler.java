package dev.colloquy.identity.application;

import dev.colloquy.identity.domain.Claims;
import dev.colloquy.identity.domain.User;
import dev.colloquy.identity.domain.port.in.ReadClaims;
import dev.colloquy.shared.domain.Actor;
import dev.colloquy.shared.domain.CommonException.AccessDenied;
import java.util.Optional;
import java.util.concurrent.CompletionStage;

/** Says who the caller is. */
public final class ReadClaimsHandler implements ReadClaims {

  private final OwnAccount own;

  public ReadClaimsHandler(OwnAccount own) {
    this.own = own;
  }

  @Override
  public CompletionStage<Claims> handle(Actor.OfUser actor) {
    return own.of(actor).thenApply(user -> claims(actor, user));
  }

  private static Claims claims(Actor.OfUser actor, User user) {
    return switch (actor) {
      case Actor.Person person -> Claims.of(user, person.session());
      case Actor.Key key ->
          new Claims(
              user.id(),
              user.profile().name(),
              user.email(),
              user.role(),
              user.tier(),
              Optional.empty(),
              key.scopes(),
              key.boundTo());
      case Actor.Agent agent -> throw new AccessDenied("An agent has no claims of its own.");
    };
  }
}
