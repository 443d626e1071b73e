package dev.colloquy.workspace.domain.port.out;

import dev.colloquy.shared.domain.WorkspaceId;
import java.util.concurrent.CompletionStage;

/**
 * What the contexts above do when a workspace stops or starts taking changes, in the same unit of
 * work: no write of theirs that has seen the workspace open may commit after it was closed.
 */
public interface WorkspaceCloses {

  /** The workspace was archived or deleted. */
  CompletionStage<Void> closed(WorkspaceId workspace);

  /** The workspace was restored. */
  CompletionStage<Void> reopened(WorkspaceId workspace);
}
