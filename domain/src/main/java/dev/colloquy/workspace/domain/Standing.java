package dev.colloquy.workspace.domain;

import dev.colloquy.shared.domain.Actor;
import dev.colloquy.shared.domain.CommonException.AccessDenied;
import dev.colloquy.shared.domain.Role;
import java.util.Set;

/** An actor in a workspace: what he is there decides what he may ask of it. */
public record Standing(Workspace workspace, Actor.OfUser actor, Set<Role> roles) {

  public Standing {
    roles = Set.copyOf(roles);
  }

  /** Fails with {@link AccessDenied} unless the actor has the right here. */
  public Standing demand(WorkspaceRight right) {
    if (!actor.has(right.scope())) {
      throw new AccessDenied("This API key lacks a scope that is needed here.");
    }
    if (roles.isEmpty()) {
      throw new AccessDenied("You are not a member of this workspace.");
    }
    if (!right.belongsTo(roles)) {
      throw new AccessDenied("Your role in this workspace does not allow this.");
    }
    return this;
  }

  /** The actor's role, once a right was demanded. */
  public MemberRole role() {
    if (roles.contains(Role.OWNER)) {
      return MemberRole.OWNER;
    }
    if (roles.contains(Role.ADMIN)) {
      return MemberRole.ADMIN;
    }
    return roles.contains(Role.EDITOR) ? MemberRole.EDITOR : MemberRole.VIEWER;
  }

  /** The workspace as the actor sees it. */
  public MyWorkspace mine() {
    return new MyWorkspace(workspace, role());
  }
}
