package dev.colloquy.conversation.domain;

import dev.colloquy.shared.domain.Actor;
import dev.colloquy.shared.domain.Change;
import dev.colloquy.shared.domain.CommonException.AccessDenied;
import dev.colloquy.shared.domain.CommonException.NotFound;
import dev.colloquy.shared.domain.ConversationId;
import dev.colloquy.shared.domain.Metadata;
import dev.colloquy.shared.domain.WorkspaceId;
import java.time.Instant;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;

/**
 * What was said at one point of a conversation.
 *
 * @param seq its place in the conversation: from 1, without gaps
 * @param content empty once it was deleted
 * @param parent the message that it answers, in the same conversation
 * @param supersededBy the later answer that stands in its place
 * @param run the run that made it
 * @param tokenCount what it takes of a model's context, where that was measured
 * @param version raised by one with every edit
 */
public record Message(
    MessageId id,
    ConversationId conversation,
    long seq,
    Sender sender,
    MessageRole role,
    Optional<Content> content,
    Instant timestamp,
    Optional<MessageId> parent,
    Optional<Instant> editedAt,
    Optional<Instant> deletedAt,
    Optional<MessageId> supersededBy,
    Optional<UUID> run,
    Optional<Integer> tokenCount,
    Metadata metadata,
    long version) {

  public boolean isDeleted() {
    return deletedAt.isPresent();
  }

  /** Gives it another text or other metadata; only its sender does, and the same is no change. */
  public Change<Message> edit(
      Actor.OfUser actor, WorkspaceId workspace, MessagePatch patch, Instant now) {
    demandSender(actor);
    if (isDeleted()) {
      throw new NotFound("message");
    }
    Optional<Content> text = patch.content().or(this::content);
    Metadata more = patch.metadata().map(metadata::merge).orElse(metadata);
    if (text.equals(content) && more.equals(metadata)) {
      return Change.nothing(this);
    }
    Message edited = next(text, Optional.of(now), deletedAt, supersededBy, more);
    return Change.of(edited, new MessageEvent.Updated(actor, now, workspace, edited));
  }

  /** Takes back what it says; its place stays. Only its sender does, and twice is no change. */
  public Change<Message> delete(Actor.OfUser actor, WorkspaceId workspace, Instant now) {
    demandSender(actor);
    if (isDeleted()) {
      return Change.nothing(this);
    }
    Message deleted =
        next(Optional.empty(), editedAt, Optional.of(now), supersededBy, Metadata.empty());
    return Change.of(deleted, new MessageEvent.Deleted(actor, now, workspace, deleted));
  }

  /** A later answer stands in its place; where one does already, the latest counts. */
  public Change<Message> supersede(
      Actor.OfUser actor, WorkspaceId workspace, MessageId later, Instant now) {
    if (supersededBy.equals(Optional.of(later))) {
      return Change.nothing(this);
    }
    Message superseded = next(content, editedAt, deletedAt, Optional.of(later), metadata);
    return Change.of(superseded, new MessageEvent.Updated(actor, now, workspace, superseded));
  }

  /** The same at the same place of a fork, whose other messages have these ids. */
  public Message copiedTo(ConversationId fork, Map<MessageId, MessageId> copies) {
    return new Message(
        Objects.requireNonNull(copies.get(id)),
        fork,
        seq,
        sender,
        role,
        content,
        timestamp,
        parent.map(copies::get),
        editedAt,
        deletedAt,
        supersededBy.map(copies::get),
        run,
        tokenCount,
        metadata,
        1);
  }

  private void demandSender(Actor.OfUser actor) {
    if (!sender.is(actor.user())) {
      throw new AccessDenied("Only who sent this message may change it.");
    }
  }

  private Message next(
      Optional<Content> content,
      Optional<Instant> editedAt,
      Optional<Instant> deletedAt,
      Optional<MessageId> supersededBy,
      Metadata metadata) {
    return new Message(
        id,
        conversation,
        seq,
        sender,
        role,
        content,
        timestamp,
        parent,
        editedAt,
        deletedAt,
        supersededBy,
        run,
        tokenCount,
        metadata,
        version + 1);
  }
}
