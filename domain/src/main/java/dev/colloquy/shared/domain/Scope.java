package dev.colloquy.shared.domain;

/** Where somebody's standing is asked for. */
public sealed interface Scope {

  /** In a workspace, whatever its status. */
  record OfWorkspace(WorkspaceId workspace) implements Scope {}

  /** In a conversation and in the workspace it belongs to, whatever their status. */
  record OfConversation(ConversationId conversation) implements Scope {}
}
