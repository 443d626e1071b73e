package dev.colloquy.identity.domain.port.in;

import dev.colloquy.identity.domain.SigningKey;
import dev.colloquy.shared.domain.Actor;
import java.util.concurrent.CompletionStage;

/** Lets another key sign; for administrators. Nobody is logged out. */
public interface RotateKeys {

  /** Fails with {@code AccessDenied}, or {@code Conflict} where another rotation is under way. */
  CompletionStage<SigningKey> handle(Actor.OfUser actor);
}
