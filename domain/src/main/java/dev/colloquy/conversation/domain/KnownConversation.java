package dev.colloquy.conversation.domain;

import dev.colloquy.shared.domain.ConversationId;
import dev.colloquy.shared.domain.UserId;
import dev.colloquy.shared.domain.WorkspaceId;
import java.time.Instant;
import java.util.List;

/** A conversation as an owner of its workspace may know of it: that it exists, and who is in it. */
public record KnownConversation(
    ConversationId id,
    WorkspaceId workspace,
    ConversationStatus status,
    List<UserId> participants,
    Instant createdAt,
    Instant lastActiveAt) {

  public KnownConversation {
    participants = List.copyOf(participants);
  }
}
