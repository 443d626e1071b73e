package dev.colloquy.identity.domain.port.out;

import dev.colloquy.shared.domain.UserId;
import java.util.concurrent.CompletionStage;

/** What the contexts above say when somebody wants to delete his account. */
public interface AccountHolds {

  /**
   * Whether the user owns something that others depend on, such as a workspace that is not deleted;
   * then the account stays. Called in the unit of work that would delete it.
   */
  CompletionStage<Boolean> isHeld(UserId user);
}
