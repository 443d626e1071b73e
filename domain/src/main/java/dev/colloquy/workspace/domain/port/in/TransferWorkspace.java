package dev.colloquy.workspace.domain.port.in;

import dev.colloquy.shared.domain.Actor;
import dev.colloquy.shared.domain.Precondition;
import dev.colloquy.shared.domain.UserId;
import dev.colloquy.shared.domain.WorkspaceId;
import dev.colloquy.workspace.domain.MyWorkspace;
import java.util.concurrent.CompletionStage;

/** Gives a workspace to another of its members; the old owner stays as an admin. */
public interface TransferWorkspace {

  /**
   * Fails with {@code NotFound}, {@code AccessDenied}, {@code Archived}, {@code
   * PreconditionFailed}, with {@code ValidationError} where the new owner is not a member, and with
   * {@code Duplicate} or {@code WorkspaceLimitExceeded} where he cannot take it.
   */
  CompletionStage<MyWorkspace> handle(Command command);

  record Command(
      Actor.OfUser actor, WorkspaceId workspace, UserId newOwner, Precondition precondition) {}
}
