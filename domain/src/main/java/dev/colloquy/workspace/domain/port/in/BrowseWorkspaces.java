package dev.colloquy.workspace.domain.port.in;

import dev.colloquy.shared.domain.Actor;
import dev.colloquy.shared.domain.Page;
import dev.colloquy.shared.domain.PageRequest;
import dev.colloquy.shared.domain.WorkspaceId;
import dev.colloquy.workspace.domain.MyWorkspace;
import dev.colloquy.workspace.domain.WorkspaceStats;
import dev.colloquy.workspace.domain.WorkspaceStatus;
import java.util.Optional;
import java.util.concurrent.CompletionStage;

/** Reads workspaces that the actor is a member of. */
public interface BrowseWorkspaces {

  /** The actor's workspaces, newest first. */
  CompletionStage<Page<MyWorkspace>> list(
      Actor.OfUser actor, Optional<WorkspaceStatus> status, PageRequest page);

  /** Fails with {@code NotFound} or {@code AccessDenied}. */
  CompletionStage<MyWorkspace> get(Actor.OfUser actor, WorkspaceId workspace);

  /** Fails with {@code NotFound} or {@code AccessDenied}. */
  CompletionStage<WorkspaceStats> stats(Actor.OfUser actor, WorkspaceId workspace);
}
