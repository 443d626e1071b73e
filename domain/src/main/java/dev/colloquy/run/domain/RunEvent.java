package dev.colloquy.run.domain;

import dev.colloquy.conversation.domain.MessageId;
import dev.colloquy.shared.domain.Actor;
import dev.colloquy.shared.domain.Audience;
import dev.colloquy.shared.domain.ConversationId;
import dev.colloquy.shared.domain.DomainEvent;
import dev.colloquy.shared.domain.Snapshot;
import dev.colloquy.shared.domain.Subject;
import dev.colloquy.shared.domain.WorkspaceId;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A run came into another state; participants of its conversation see it. What it says on the way
 * is in its own stream.
 *
 * <p>The actor is who asked for it or called it off while it waited, and else the model.
 */
public sealed interface RunEvent extends DomainEvent {

  /** The run after the change. */
  Run run();

  /** What the run's state is news of. */
  static RunEvent of(Actor actor, Instant now, Run run) {
    return switch (run.status()) {
      case QUEUED -> new Queued(actor, now, run);
      case RUNNING -> new Started(actor, now, run);
      case WAITING_APPROVAL -> new WaitingApproval(actor, now, run);
      case COMPLETED -> new Completed(actor, now, run);
      case FAILED -> new Failed(actor, now, run);
      case CANCELLED -> new Cancelled(actor, now, run);
      case EXPIRED -> new Expired(actor, now, run);
    };
  }

  @Override
  default Subject subject() {
    return new Subject("run", run().id().value());
  }

  @Override
  default Audience audience() {
    return new Audience.Participants(run().conversation());
  }

  @Override
  default Optional<WorkspaceId> workspaceId() {
    return Optional.of(run().workspace());
  }

  @Override
  default Optional<ConversationId> conversationId() {
    return Optional.of(run().conversation());
  }

  @Override
  default Map<String, @Nullable Object> data() {
    Run run = run();
    return new Snapshot()
        .with("id", run.id())
        .with("conversation_id", run.conversation())
        .with("model_id", run.order().model())
        .with("question_id", run.order().question())
        .with("importance", run.order().importance())
        .with("status", run.status())
        .with("attempt", run.attempt())
        .with("retry_of", run.retryOf().map(RunId::value))
        .with("started_by", run.startedBy())
        .with("created_at", run.createdAt())
        .with("started_at", run.startedAt())
        .with("finished_at", run.finishedAt())
        .with("usage", RunSignal.usage(run.spent()))
        .with("tier_path", run.spent().tiers())
        .with("error", run.error().map(RunEvent::error))
        .with("result_message_id", run.result().map(MessageId::value))
        .toMap();
  }

  private static Map<String, @Nullable Object> error(RunError error) {
    return new Snapshot().with("code", error.code()).with("detail", error.detail()).toMap();
  }

  /** Somebody asked for it, or decided what it waited for; it waits for its turn. */
  record Queued(Actor actor, Instant occurredAt, Run run) implements RunEvent {
    @Override
    public String type() {
      return "run.queued";
    }
  }

  /** A node works on it. */
  record Started(Actor actor, Instant occurredAt, Run run) implements RunEvent {
    @Override
    public String type() {
      return "run.started";
    }
  }

  /** Somebody has to allow what its model wants to do; {@code run.queued} follows. */
  record WaitingApproval(Actor actor, Instant occurredAt, Run run) implements RunEvent {
    @Override
    public String type() {
      return "run.waiting_approval";
    }
  }

  /** The answer is whole. */
  record Completed(Actor actor, Instant occurredAt, Run run) implements RunEvent {
    @Override
    public String type() {
      return "run.completed";
    }
  }

  /** It could not go on. */
  record Failed(Actor actor, Instant occurredAt, Run run) implements RunEvent {
    @Override
    public String type() {
      return "run.failed";
    }
  }

  /** Somebody called it off. */
  record Cancelled(Actor actor, Instant occurredAt, Run run) implements RunEvent {
    @Override
    public String type() {
      return "run.cancelled";
    }
  }

  /** It took longer than any run may. */
  record Expired(Actor actor, Instant occurredAt, Run run) implements RunEvent {
    @Override
    public String type() {
      return "run.expired";
    }
  }
}
