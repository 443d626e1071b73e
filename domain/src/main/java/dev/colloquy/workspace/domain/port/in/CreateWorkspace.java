package dev.colloquy.workspace.domain.port.in;

import dev.colloquy.shared.domain.Actor;
import dev.colloquy.workspace.domain.MyWorkspace;
import dev.colloquy.workspace.domain.WorkspaceDraft;
import java.util.concurrent.CompletionStage;

/** Opens a workspace, whose owner is who asks for it. */
public interface CreateWorkspace {

  /**
   * Fails with {@code AccessDenied} for a key that may not write or is bound to a workspace, with
   * {@code Duplicate} for a name that the owner uses already, and with {@code
   * WorkspaceLimitExceeded}.
   */
  CompletionStage<MyWorkspace> handle(Command command);

  record Command(Actor.OfUser actor, WorkspaceDraft draft) {}
}
