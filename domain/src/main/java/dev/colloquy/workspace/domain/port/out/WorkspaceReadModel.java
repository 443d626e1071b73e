package dev.colloquy.workspace.domain.port.out;

import dev.colloquy.shared.domain.Actor;
import dev.colloquy.shared.domain.Page;
import dev.colloquy.shared.domain.PageRequest;
import dev.colloquy.shared.domain.UserId;
import dev.colloquy.shared.domain.WorkspaceId;
import dev.colloquy.workspace.domain.MyWorkspace;
import dev.colloquy.workspace.domain.NamedMember;
import dev.colloquy.workspace.domain.WorkspaceStats;
import dev.colloquy.workspace.domain.WorkspaceStatus;
import java.util.Optional;
import java.util.concurrent.CompletionStage;

/** What is read of workspaces in one query each. */
public interface WorkspaceReadModel {

  /**
   * The workspaces that the actor is a member of and reaches, newest first, deleted ones aside; of
   * any other status where none is named.
   */
  CompletionStage<Page<MyWorkspace>> workspacesOf(
      Actor.OfUser actor, Optional<WorkspaceStatus> status, PageRequest page);

  /** The members of a workspace, in the order they joined. */
  CompletionStage<Page<NamedMember>> membersOf(WorkspaceId workspace, PageRequest page);

  /** One member with his names. */
  CompletionStage<Optional<NamedMember>> member(WorkspaceId workspace, UserId user);

  CompletionStage<WorkspaceStats> statsOf(WorkspaceId workspace);
}
