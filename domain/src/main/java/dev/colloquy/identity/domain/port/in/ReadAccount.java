package dev.colloquy.identity.domain.port.in;

import dev.colloquy.identity.domain.User;
import dev.colloquy.shared.domain.Actor;
import java.util.concurrent.CompletionStage;

/** Reads one's own account. */
public interface ReadAccount {

  /** Fails with {@code AccessDenied} for a key that may not read, or {@code Unauthenticated}. */
  CompletionStage<User> handle(Actor.OfUser actor);
}
