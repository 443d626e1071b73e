package dev.colloquy.identity.domain.port.out;

import dev.colloquy.shared.domain.Actor;
import dev.colloquy.shared.domain.UserId;
import java.time.Instant;
import java.util.concurrent.CompletionStage;

/**
 * What the contexts above do when an account ends: they end the seats that the user has with them,
 * each with its event, in the same unit of work.
 */
public interface AccountEnds {

  CompletionStage<Void> accountEnded(Actor actor, UserId user, Instant at);
}
