package dev.colloquy.model.domain;

import dev.colloquy.shared.domain.Actor;
import dev.colloquy.shared.domain.Audience;
import dev.colloquy.shared.domain.DomainEvent;
import dev.colloquy.shared.domain.Snapshot;
import dev.colloquy.shared.domain.Subject;
import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What happens to a model that is set up here; administrators see it. */
public sealed interface ModelConfigurationEvent extends DomainEvent {

  /** The model after the change. */
  ModelConfiguration configuration();

  @Override
  default Subject subject() {
    return new Subject("model", configuration().model().id().value());
  }

  @Override
  default Audience audience() {
    return new Audience.Administrators();
  }

  @Override
  default Map<String, @Nullable Object> data() {
    Model model = configuration().model();
    return new Snapshot()
        .with("id", model.id())
        .with("provider_id", model.provider())
        .with("name", model.name())
        .with("display_name", model.displayName())
        .with("tier", model.tier())
        .with("context_window", model.contextWindow())
        .with("max_tokens", model.maxTokens())
        .with("input_cost_per_1k", model.price().input())
        .with("output_cost_per_1k", model.price().output())
        .with("capabilities", model.capabilities().stream().sorted().toList())
        .with("priority", model.priority())
        .with("enabled", model.enabled())
        .with("status", model.status())
        .with("created_at", configuration().createdAt())
        .with("updated_at", configuration().updatedAt())
        .with("version", configuration().version())
        .toMap();
  }

  /** It was set up. */
  record Created(Actor actor, Instant occurredAt, ModelConfiguration configuration)
      implements ModelConfigurationEvent {
    @Override
    public String type() {
      return "model.created";
    }
  }

  /** It was set up otherwise. */
  record Updated(Actor actor, Instant occurredAt, ModelConfiguration configuration)
      implements ModelConfigurationEvent {
    @Override
    public String type() {
      return "model.updated";
    }
  }

  /** It is gone. */
  record Deleted(Actor actor, Instant occurredAt, ModelConfiguration configuration)
      implements ModelConfigurationEvent {
    @Override
    public String type() {
      return "model.deleted";
    }

    @Override
    public Map<String, @Nullable Object> data() {
      return new Snapshot().with("id", configuration().model().id()).toMap();
    }
  }
}
