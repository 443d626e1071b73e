package dev.colloquy.conversation.domain;

import dev.colloquy.shared.domain.WorkspaceId;

/**
 * The workspace that a conversation stands in and never leaves.
 *
 * @param status the workspace's own; what holds for it holds for whatever stands in it
 */
public record Home(WorkspaceId workspace, ConversationStatus status) {

  public boolean isDeleted() {
    return status == ConversationStatus.DELETED;
  }
}
