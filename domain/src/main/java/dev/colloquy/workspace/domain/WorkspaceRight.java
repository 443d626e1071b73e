package dev.colloquy.workspace.domain;

import dev.colloquy.shared.domain.KeyScope;
import dev.colloquy.shared.domain.Role;
import java.util.Set;

/** What may be done in a workspace, by which roles, with which scope of an API key. */
public enum WorkspaceRight {
  READ(KeyScope.READ, Role.OWNER, Role.ADMIN, Role.EDITOR, Role.VIEWER),
  /** Making conversations and whatever else stands in a workspace. */
  CONTRIBUTE(KeyScope.WRITE, Role.OWNER, Role.ADMIN, Role.EDITOR),
  MANAGE_MEMBERS(KeyScope.WRITE, Role.OWNER, Role.ADMIN),
  /** Seeing who was invited. */
  READ_INVITATIONS(KeyScope.READ, Role.OWNER, Role.ADMIN),
  /** Changing, archiving, deleting and giving away the workspace itself. */
  MANAGE(KeyScope.WRITE, Role.OWNER);

  private final KeyScope scope;
  private final Set<Role> roles;

  WorkspaceRight(KeyScope scope, Role... roles) {
    this.scope = scope;
    this.roles = Set.of(roles);
  }

  /** The scope that an API key needs beside its user's role. */
  public KeyScope scope() {
    return scope;
  }

  /** Whether one of the roles has the right. */
  public boolean belongsTo(Set<Role> held) {
    return held.stream().anyMatch(roles::contains);
  }
}
