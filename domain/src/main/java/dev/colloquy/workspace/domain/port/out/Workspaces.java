package dev.colloquy.workspace.domain.port.out;

import dev.colloquy.shared.domain.Change;
import dev.colloquy.shared.domain.UserId;
import dev.colloquy.shared.domain.WorkspaceId;
import dev.colloquy.workspace.domain.Workspace;
import java.util.Optional;
import java.util.concurrent.CompletionStage;

/** The workspaces, deleted ones included until they are purged. */
public interface Workspaces {

  CompletionStage<Optional<Workspace>> find(WorkspaceId id);

  /**
   * How many workspaces the user owns that are not deleted. Holds off every other count of the same
   * user until the unit of work ends, so that a limit holds under concurrency.
   */
  CompletionStage<Long> countOwnedBy(UserId owner);

  /**
   * Writes a new workspace, its owner's seat and the events; only inside a unit of work.
   *
   * @return fails with {@code Duplicate} where the owner has another one of that name
   */
  CompletionStage<Workspace> add(Change<Workspace> opened);

  /**
   * Writes a changed workspace and its events, or nothing where nothing changed; only inside a unit
   * of work.
   *
   * @return fails with {@code Conflict} where it was changed since it was read, with {@code
   *     Duplicate} where its owner has another one of that name
   */
  CompletionStage<Workspace> save(Change<Workspace> changed);
}
