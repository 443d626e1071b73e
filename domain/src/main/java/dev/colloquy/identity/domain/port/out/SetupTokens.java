package dev.colloquy.identity.domain.port.out;

import dev.colloquy.identity.domain.SecretHash;
import java.util.concurrent.CompletionStage;

/** The one-time tokens with which the first administrator is made. Inside a unit of work only. */
public interface SetupTokens {

  /** Remembers a token; each node that starts without an administrator makes one of its own. */
  CompletionStage<Void> add(SecretHash token);

  /**
   * Uses a token up, and with it all others; holds off everybody else until the unit of work ends.
   *
   * @return false where it is not known, or was used
   */
  CompletionStage<Boolean> redeem(SecretHash token);

  /** Holds off every other set-up until the unit of work ends. */
  CompletionStage<Void> lock();
}
