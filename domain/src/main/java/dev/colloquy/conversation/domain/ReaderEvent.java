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

/** What somebody does in front of a conversation without saying anything. */
public sealed interface ReaderEvent extends DomainEvent {

  WorkspaceId workspace();

  ConversationId conversation();

  UserId user();

  @Override
  default Subject subject() {
    return new Subject("conversation", conversation().value());
  }

  @Override
  default Optional<WorkspaceId> workspaceId() {
    return Optional.of(workspace());
  }

  @Override
  default Optional<ConversationId> conversationId() {
    return Optional.of(conversation());
  }

  /** Somebody's read marker moved; his own other windows see it, and nobody else. */
  record Read(Actor actor, Instant occurredAt, WorkspaceId workspace, ReadMarker marker)
      implements ReaderEvent {

    @Override
    public ConversationId conversation() {
      return marker.conversation();
    }

    @Override
    public UserId user() {
      return marker.user();
    }

    @Override
    public String type() {
      return "conversation.read";
    }

    @Override
    public Audience audience() {
      return new Audience.OneUser(marker.user());
    }

    @Override
    public Map<String, @Nullable Object> data() {
      return new Snapshot()
          .with("conversation_id", marker.conversation())
          .with("seq", marker.seq())
          .toMap();
    }
  }

  /** Somebody is writing; the other participants see it, for a short while. */
  record Typing(
      Actor actor,
      Instant occurredAt,
      WorkspaceId workspace,
      ConversationId conversation,
      UserId user)
      implements ReaderEvent {

    @Override
    public String type() {
      return "conversation.typing";
    }

    @Override
    public Audience audience() {
      return new Audience.Participants(conversation);
    }

    @Override
    public Map<String, @Nullable Object> data() {
      return new Snapshot().with("user_id", user).toMap();
    }
  }
}
