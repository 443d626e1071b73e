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

/** What happens to a conversation itself; its participants see it. */
public sealed interface ConversationEvent extends DomainEvent {

  /** The conversation after the change. */
  Conversation conversation();

  @Override
  default Subject subject() {
    return new Subject("conversation", conversation().id().value());
  }

  @Override
  default Audience audience() {
    return new Audience.Participants(conversation().id());
  }

  @Override
  default Optional<WorkspaceId> workspaceId() {
    return Optional.of(conversation().home().workspace());
  }

  @Override
  default Optional<ConversationId> conversationId() {
    return Optional.of(conversation().id());
  }

  /** The public JSON of the conversation, but for counts and activity, which need no change. */
  @Override
  default Map<String, @Nullable Object> data() {
    Conversation it = conversation();
    return new Snapshot()
        .with("id", it.id())
        .with("workspace_id", it.home().workspace())
        .with("topic", it.draft().topic())
        .with("modality", it.draft().modality())
        .with("created_by", it.createdBy())
        .with("participant_ids", it.participants())
        .with("status", it.status())
        .with("forked_from", it.forkedFrom().map(ConversationEvent::origin))
        .with("metadata", it.draft().metadata())
        .with("created_at", it.createdAt())
        .with("updated_at", it.updatedAt())
        .with("version", it.version())
        .toMap();
  }

  private static Map<String, @Nullable Object> origin(ForkOrigin from) {
    return new Snapshot()
        .with("conversation_id", from.conversation())
        .with("seq", from.seq())
        .toMap();
  }

  /** Somebody started it. */
  record Created(Actor actor, Instant occurredAt, Conversation conversation)
      implements ConversationEvent {
    @Override
    public String type() {
      return "conversation.created";
    }
  }

  /** Its topic, modality or metadata changed. */
  record Updated(Actor actor, Instant occurredAt, Conversation conversation)
      implements ConversationEvent {
    @Override
    public String type() {
      return "conversation.updated";
    }
  }

  /** It takes no more changes. */
  record Archived(Actor actor, Instant occurredAt, Conversation conversation)
      implements ConversationEvent {
    @Override
    public String type() {
      return "conversation.archived";
    }
  }

  /** It came back from the archive or from deletion. */
  record Restored(Actor actor, Instant occurredAt, Conversation conversation)
      implements ConversationEvent {
    @Override
    public String type() {
      return "conversation.restored";
    }
  }

  /** It is gone; the data says no more than when. */
  record Deleted(Actor actor, Instant occurredAt, Conversation conversation)
      implements ConversationEvent {
    @Override
    public String type() {
      return "conversation.deleted";
    }

    @Override
    public Map<String, @Nullable Object> data() {
      return new Snapshot()
          .with("id", conversation().id())
          .with("deleted_at", conversation().deletedAt())
          .toMap();
    }
  }

  /** Somebody takes part from now on. */
  record ParticipantAdded(Actor actor, Instant occurredAt, Conversation conversation, UserId user)
      implements ConversationEvent {
    @Override
    public String type() {
      return "conversation.participant.added";
    }

    @Override
    public Map<String, @Nullable Object> data() {
      return seat(user, conversation());
    }
  }

  /** Somebody no longer takes part. */
  record ParticipantRemoved(Actor actor, Instant occurredAt, Conversation conversation, UserId user)
      implements ConversationEvent {
    @Override
    public String type() {
      return "conversation.participant.removed";
    }

    @Override
    public Map<String, @Nullable Object> data() {
      return seat(user, conversation());
    }
  }

  private static Map<String, @Nullable Object> seat(UserId user, Conversation conversation) {
    return new Snapshot()
        .with("user_id", user)
        .with("role", "participant")
        .with("version", conversation.version())
        .toMap();
  }
}
