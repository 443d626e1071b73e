package dev.colloquy.conversation.domain;

import dev.colloquy.shared.domain.KeyScope;
import dev.colloquy.shared.domain.Role;
import java.util.Set;

/** What may be done in a conversation, with which scope of an API key, and by which roles. */
public enum ConversationRight {
  READ(KeyScope.READ),
  /** Posting, renaming, archiving, taking in others, leaving. */
  WRITE(KeyScope.WRITE),
  /** Removing others, deleting, and restoring what was deleted. */
  MANAGE(KeyScope.WRITE),
  /** Taking somebody in where nobody is left. */
  ADOPT(KeyScope.WRITE);

  private final KeyScope scope;

  ConversationRight(KeyScope scope) {
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
      case CREATOR -> this != ADOPT;
      case PARTICIPANT -> this == READ || this == WRITE;
      case OWNER -> this == ADOPT;
      case ADMIN, EDITOR, VIEWER -> false;
    };
  }
}
