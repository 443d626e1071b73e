package dev.colloquy.workspace.domain.port.in;

import dev.colloquy.shared.domain.Actor;
import dev.colloquy.shared.domain.Precondition;
import dev.colloquy.shared.domain.WorkspaceId;
import dev.colloquy.workspace.domain.MyWorkspace;
import dev.colloquy.workspace.domain.WorkspaceDraft;
import java.util.concurrent.CompletionStage;
import java.util.function.UnaryOperator;

/** Gives a workspace other contents; for its owner. */
public interface EditWorkspace {

  /**
   * Fails with {@code NotFound}, {@code AccessDenied}, {@code Archived}, {@code
   * PreconditionFailed}, {@code Conflict}, or {@code Duplicate} for a name that the owner uses
   * already.
   */
  CompletionStage<MyWorkspace> handle(Command command);

  /**
   * A change of the contents.
   *
   * @param edit what becomes of the contents: all of them replaced, or a patch applied
   */
  record Command(
      Actor.OfUser actor,
      WorkspaceId workspace,
      UnaryOperator<WorkspaceDraft> edit,
      Precondition precondition) {}
}
