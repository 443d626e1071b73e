package dev.colloquy.access;

import java.util.EnumSet;
import java.util.Set;

/** Everybody who may come, as seen from one workspace and one conversation in it. */
enum Who {
  ANONYMOUS,
  /** Has a workspace of his own, and nothing to do with this one. */
  STRANGER,
  /** Was a member and a participant once. */
  REMOVED,
  /** Was asked to become a member and has not answered yet. */
  INVITED,
  /** Administers the installation, and nothing else. */
  ADMINISTRATOR,
  VIEWER,
  EDITOR,
  ADMIN,
  OWNER,
  /** A viewer who takes part in the conversation. */
  PARTICIPANT,
  /** An editor who started the conversation. */
  CREATOR,
  /** The owner's or the creator's key, as the operation is the one's or the other's. */
  READ_KEY,
  WRITE_KEY,
  /** The same with all scopes, bound to another workspace. */
  FOREIGN_KEY;

  static final Set<Who> MEMBERS = EnumSet.of(VIEWER, EDITOR, ADMIN, OWNER, PARTICIPANT, CREATOR);
  static final Set<Who> CONTRIBUTORS = EnumSet.of(EDITOR, ADMIN, OWNER, CREATOR);
  static final Set<Who> MANAGERS = EnumSet.of(ADMIN, OWNER);
  static final Set<Who> TALKERS = EnumSet.of(PARTICIPANT, CREATOR);
  static final Set<Who> PEOPLE =
      EnumSet.of(
          STRANGER,
          REMOVED,
          INVITED,
          ADMINISTRATOR,
          VIEWER,
          EDITOR,
          ADMIN,
          OWNER,
          PARTICIPANT,
          CREATOR);

  boolean isKey() {
    return this == READ_KEY || this == WRITE_KEY || this == FOREIGN_KEY;
  }
}
