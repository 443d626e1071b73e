package dev.colloquy.conversation.application;

import dev.colloquy.shared.domain.Actor;
import dev.colloquy.shared.domain.CommonException.AccessDenied;
import dev.colloquy.workspace.domain.MemberRole;
import dev.colloquy.workspace.domain.MyWorkspace;
import dev.colloquy.workspace.domain.WorkspaceRight;

/** Whether somebody may make something new in a workspace. */
final class Contribution {

  private Contribution() {}

  /** Fails with {@link AccessDenied} or {@code Archived} unless the actor may. */
  static void demand(Actor.OfUser actor, MyWorkspace mine) {
    if (!actor.has(WorkspaceRight.CONTRIBUTE.scope())) {
      throw new AccessDenied("This API key lacks a scope that is needed here.");
    }
    if (mine.myRole() == MemberRole.VIEWER) {
      throw new AccessDenied("Your role in this workspace does not allow this.");
    }
    mine.workspace().writable();
  }
}
