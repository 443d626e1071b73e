package dev.colloquy.workspace.domain;

import dev.colloquy.shared.domain.KeyScope;
import dev.colloquy.shared.domain.Role;
import java.util.Set;

/** What may be done in a workspace, with which scope of an API key, and by which roles. */
public enum WorkspaceRight {
  READ(KeyScope.READ),
  /** Making conversations and whatever else stands in a workspace. */
  CONTRIBUTE(KeyScope.WRITE),
  /** Giving up one's own seat. */
  LEAVE(KeyScope.WRITE),
  /** Seeing who was invited. */
  READ_INVITATIONS(KeyScope.READ),
  MANAGE_MEMBERS(KeyScope.WRITE),
  /** Changing, archiving, deleting and giving away the workspace itself. */
  MANAGE(KeyScope.WRITE);

  private final KeyScope scope;

  WorkspaceRight(KeyScope scope) {
    this.scope = scope;
  }

  /** The scope that an API key needs beside its user's role. */
  public KeyScope scope() {
    return scope;
  }

  /** Whether one of the roles has the right. */
  public boolean belongsTo(Set<Role> roles) {
    return roles.stream().anyMatch(this::belongsTo);
  }

  private boolean belongsTo(Role role) {
    return switch (role) {
      case OWNER -> true;
      case ADMIN -> this != MANAGE;
      case EDITOR -> this == READ || this == LEAVE || this == CONTRIBUTE;
      case VIEWER -> this == READ || this == LEAVE;
      case PARTICIPANT, CREATOR -> false;
    };
  }
}
