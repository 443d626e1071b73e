package dev.colloquy.identity.domain.port.out;

import java.util.concurrent.CompletionStage;

/** Where whoever runs the installation finds the set-up token. */
public interface SetupNotice {

  /** Puts the token where only the operator can read it, and says where in the log. */
  CompletionStage<Void> put(String token);

  /** Takes away what was put there, once it is of no use. */
  CompletionStage<Void> clear();
}
