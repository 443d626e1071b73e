package dev.colloquy.shared.domain;

/**
 * Who sees an event. Today's membership decides, for history too: a group is named and never
 * spelled out.
 */
public sealed interface Audience {

  /** One user alone. */
  record OneUser(UserId user) implements Audience {}

  /** Whoever takes part in the conversation. */
  record Participants(ConversationId conversation) implements Audience {}

  /** Whoever is a member of the workspace. */
  record Members(WorkspaceId workspace) implements Audience {}

  /** Whoever administers the installation. */
  record Administrators() implements Audience {}

  /** Nobody; the event is kept for the record. */
  record Nobody() implements Audience {}
}
