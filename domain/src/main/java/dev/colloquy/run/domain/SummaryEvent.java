package dev.colloquy.run.domain;

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

/** A conversation was summed up; its participants see it. */
public record SummaryEvent(Actor actor, Instant occurredAt, Summary summary)
    implements DomainEvent {

  @Override
  public String type() {
    return "conversation.summarized";
  }

  @Override
  public Subject subject() {
    return new Subject("conversation", summary.conversation().value());
  }

  @Override
  public Audience audience() {
    return new Audience.Participants(summary.conversation());
  }

  @Override
  public Optional<WorkspaceId> workspaceId() {
    return Optional.of(summary.workspace());
  }

  @Override
  public Optional<ConversationId> conversationId() {
    return Optional.of(summary.conversation());
  }

  @Override
  public Map<String, @Nullable Object> data() {
    return new Snapshot()
        .with("conversation_id", summary.conversation())
        .with("up_to_seq", summary.upTo())
        .with("narrative", summary.text().narrative())
        .with("key_points", summary.text().keyPoints())
        .with("decisions", summary.text().decisions())
        .with("open_questions", summary.text().openQuestions())
        .with("model_id", summary.model())
        .with("written_at", summary.writtenAt())
        .toMap();
  }
}
