package dev.colloquy.conversation.adapter.rest;

import dev.colloquy.conversation.domain.KnownConversation;
import dev.colloquy.shared.adapter.rest.answer.Text;
import dev.colloquy.shared.domain.UserId;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** A conversation as the owner of its workspace may know of it. */
record KnownConversationView(
    UUID id,
    UUID workspaceId,
    String status,
    List<UUID> participantIds,
    Instant createdAt,
    Instant lastActiveAt)
    implements ListedConversationView {

  static KnownConversationView of(KnownConversation it) {
    return new KnownConversationView(
        it.id().value(),
        it.workspace().value(),
        Text.of(it.status()),
        it.participants().stream().map(UserId::value).toList(),
        it.createdAt(),
        it.lastActiveAt());
  }
}
