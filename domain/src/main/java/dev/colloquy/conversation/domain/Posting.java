package dev.colloquy.conversation.domain;

import dev.colloquy.shared.domain.Actor;
import dev.colloquy.shared.domain.ConversationId;
import dev.colloquy.shared.domain.Metadata;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/**
 * Something that is about to be said.
 *
 * @param actor who acts; the user behind him must take part in the conversation
 * @param key makes the posting have its effect once
 */
public record Posting(
    Actor.OfUser actor,
    MessageId id,
    ConversationId conversation,
    Sender sender,
    MessageRole role,
    Content content,
    Optional<MessageId> parent,
    Optional<UUID> run,
    Optional<Integer> tokenCount,
    Metadata metadata,
    Instant now,
    Optional<RequestKey> key) {

  /** The message that the posting becomes at its place in the conversation. */
  public Message at(long seq) {
    return new Message(
        id,
        conversation,
        seq,
        sender,
        role,
        Optional.of(content),
        now,
        parent,
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        run,
        tokenCount,
        metadata,
        1);
  }
}
