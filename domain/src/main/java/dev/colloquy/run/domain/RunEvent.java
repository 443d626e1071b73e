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
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A run came into another state; participants of its conversation see it. What it says on the way
 * is in its own stream.
 *
 * @param actor who asked for it or called it off; the model that answers in all else
 * @param run after the change
 */
public record RunEvent(Actor actor, Instant occurredAt, Run run) implements DomainEvent {

  @Override
  public String type() {
    return "run." + run.status().name().toLowerCase(Locale.ROOT);
  }

  @Override
  public Subject subject() {
    return new Subject("run", run.id().value());
  }

  @Override
  public Audience audience() {
    return new Audience.Participants(run.conversation());
  }

  @Override
  public Optional<WorkspaceId> workspaceId() {
    return Optional.of(run.workspace());
  }

  @Override
  public Optional<ConversationId> conversationId() {
    return Optional.of(run.conversation());
  }

  @Override
  public Map<String, @Nullable Object> data() {
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
        .with("usage", usage())
        .with("error", run.error().map(RunEvent::error))
        .with("result_message_id", run.result().map(MessageId::value))
        .toMap();
  }

  private Map<String, @Nullable Object> usage() {
    return RunSignal.usage(run.spent());
  }

  private static Map<String, @Nullable Object> error(RunError error) {
    return new Snapshot().with("code", error.code()).with("detail", error.detail()).toMap();
  }
}
