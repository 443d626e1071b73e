package dev.colloquy.workspace.domain.port.in;

import dev.colloquy.shared.domain.Actor;
import dev.colloquy.shared.domain.Precondition;
import dev.colloquy.shared.domain.WorkspaceId;
import dev.colloquy.workspace.domain.MyWorkspace;
import java.util.concurrent.CompletionStage;

/** Archives, restores and deletes workspaces; for their owners. */
public interface ManageLifecycle {

  /** Fails with {@code NotFound}, {@code AccessDenied}, {@code PreconditionFailed}. */
  CompletionStage<MyWorkspace> archive(Command command);

  /**
   * Brings back an archived or a deleted workspace; the only operation that finds a deleted one.
   * Fails like the others, and with {@code Duplicate} or {@code WorkspaceLimitExceeded} where
   * another one has taken its name or its place.
   */
  CompletionStage<MyWorkspace> restore(Command command);

  /** Fails with {@code NotFound}, {@code AccessDenied}, {@code PreconditionFailed}. */
  CompletionStage<Void> delete(Command command);

  record Command(Actor.OfUser actor, WorkspaceId workspace, Precondition precondition) {}
}
