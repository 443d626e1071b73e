package dev.colloquy.identity.domain.port.in;

import dev.colloquy.identity.domain.Claims;
import dev.colloquy.shared.domain.Actor;
import java.util.concurrent.CompletionStage;

/** Says who the caller is, as it stands in the database now. */
public interface ReadClaims {

  /** Fails with {@code Unauthenticated} where the account has gone meanwhile. */
  CompletionStage<Claims> handle(Actor.OfUser actor);
}
