package dev.colloquy.workspace.domain;

import dev.colloquy.shared.domain.InvalidValue;

/** What a member is in a workspace. */
public enum MemberRole {
  /** Manages everything; there is exactly one, and only a transfer makes another. */
  OWNER,
  /** Manages members. */
  ADMIN,
  /** Makes conversations and other things. */
  EDITOR,
  /** Reads. */
  VIEWER;

  /** Returns the role when it may be given by hand. */
  public MemberRole grantable() {
    if (this == OWNER) {
      throw new InvalidValue("owner is given only by a transfer of the workspace");
    }
    return this;
  }
}
