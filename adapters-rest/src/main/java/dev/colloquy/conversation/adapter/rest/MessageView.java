package dev.colloquy.conversation.adapter.rest;

import dev.colloquy.conversation.domain.Content;
import dev.colloquy.conversation.domain.Message;
import dev.colloquy.conversation.domain.MessageId;
import dev.colloquy.shared.adapter.rest.answer.Text;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A message.
 *
 * @param senderId a user's id, or an agent's where the sender is an agent
 * @param content null once it was deleted
 */
record MessageView(
    UUID id,
    UUID conversationId,
    long seq,
    UUID senderId,
    String sender,
    String role,
    @Nullable String content,
    Instant timestamp,
    @Nullable UUID parentId,
    @Nullable Instant editedAt,
    @Nullable Instant deletedAt,
    @Nullable UUID supersededBy,
    @Nullable UUID runId,
    @Nullable Integer tokenCount,
    Map<String, @Nullable Object> metadata,
    long version) {

  static MessageView of(Message it) {
    return new MessageView(
        it.id().value(),
        it.conversation().value(),
        it.seq(),
        it.sender().id(),
        Text.of(it.sender().kind()),
        Text.of(it.role()),
        it.content().map(Content::value).orElse(null),
        it.timestamp(),
        it.parent().map(MessageId::value).orElse(null),
        it.editedAt().orElse(null),
        it.deletedAt().orElse(null),
        it.supersededBy().map(MessageId::value).orElse(null),
        it.run().orElse(null),
        it.tokenCount().orElse(null),
        it.metadata().values(),
        it.version());
  }
}
