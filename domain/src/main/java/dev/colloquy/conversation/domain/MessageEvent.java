package dev.colloquy.conversation.domain;

import dev.colloquy.shared.domain.Actor;
import dev.colloquy.shared.domain.Audience;
import dev.colloquy.shared.domain.ConversationId;
import dev.colloquy.shared.domain.DomainEvent;
import dev.colloquy.shared.domain.Snapshot;
import dev.colloquy.shared.domain.Subject;
import dev.colloquy.shared.domain.UserId;
import dev.colloquy.shared.domain.WorkspaceId;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What happens to a message; the participants of its conversation see it. */
public sealed interface MessageEvent extends DomainEvent {

  WorkspaceId workspace();

  /** The message after the change. */
  Message message();

  @Override
  default Subject subject() {
    return new Subject("message", message().id().value());
  }

  @Override
  default Audience audience() {
    return new Audience.Participants(message().conversation());
  }

  @Override
  default Optional<WorkspaceId> workspaceId() {
    return Optional.of(workspace());
  }

  @Override
  default Optional<ConversationId> conversationId() {
    return Optional.of(message().conversation());
  }

  /** The public JSON of the message. */
  @Override
  default Map<String, @Nullable Object> data() {
    Message it = message();
    return new Snapshot()
        .with("id", it.id())
        .with("conversation_id", it.conversation())
        .with("seq", it.seq())
        .with("sender_id", it.sender().id())
        .with("sender", it.sender().kind())
        .with("role", it.role())
        .with("content", it.content())
        .with("timestamp", it.timestamp())
        .with("parent_id", it.parent())
        .with("edited_at", it.editedAt())
        .with("deleted_at", it.deletedAt())
        .with("superseded_by", it.supersededBy())
        .with("run_id", it.run())
        .with("token_count", it.tokenCount())
        .with("metadata", it.metadata())
        .with("version", it.version())
        .toMap();
  }

  /** Somebody said it. */
  record Created(Actor actor, Instant occurredAt, WorkspaceId workspace, Message message)
      implements MessageEvent {

    /** The type, for the statement that writes message and event at once. */
    public static final String TYPE = "message.created";

    @Override
    public String type() {
      return TYPE;
    }
  }

  /** Its sender gave it another text or other metadata. */
  record Updated(Actor actor, Instant occurredAt, WorkspaceId workspace, Message message)
      implements MessageEvent {
    @Override
    public String type() {
      return "message.updated";
    }
  }

  /** Its sender took it back; the data says no more than which and when. */
  record Deleted(Actor actor, Instant occurredAt, WorkspaceId workspace, Message message)
      implements MessageEvent {
    @Override
    public String type() {
      return "message.deleted";
    }

    @Override
    public Map<String, @Nullable Object> data() {
      return new Snapshot()
          .with("id", message().id())
          .with("seq", message().seq())
          .with("deleted_at", message().deletedAt())
          .toMap();
    }
  }

  /** Somebody said what he thinks of it. */
  record Rated(
      Actor actor,
      Instant occurredAt,
      WorkspaceId workspace,
      Message message,
      UserId user,
      Feedback feedback)
      implements MessageEvent {
    @Override
    public String type() {
      return "message.feedback.given";
    }

    @Override
    public Map<String, @Nullable Object> data() {
      return new Snapshot()
          .with("message_id", message().id())
          .with("seq", message().seq())
          .with("user_id", user)
          .with("rating", feedback.rating())
          .with("comment", feedback.comment())
          .toMap();
    }
  }
}
