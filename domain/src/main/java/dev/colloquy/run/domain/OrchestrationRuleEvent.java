package dev.colloquy.run.domain;

import dev.colloquy.model.domain.ModelId;
import dev.colloquy.shared.domain.Actor;
import dev.colloquy.shared.domain.Audience;
import dev.colloquy.shared.domain.DomainEvent;
import dev.colloquy.shared.domain.Snapshot;
import dev.colloquy.shared.domain.Subject;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What happens to orchestration rules; administrators see it. */
public sealed interface OrchestrationRuleEvent extends DomainEvent {

  /** The rule after the change. */
  OrchestrationRule rule();

  @Override
  default Subject subject() {
    return new Subject("orchestration_rule", rule().id().value());
  }

  @Override
  default Audience audience() {
    return new Audience.Administrators();
  }

  @Override
  default Map<String, @Nullable Object> data() {
    RuleDraft draft = rule().draft();
    return new Snapshot()
        .with("id", rule().id())
        .with("strategy", draft.strategy())
        .with("model_sequence", draft.models().stream().map(ModelId::toString).toList())
        .with(
            "conditions",
            new Snapshot()
                .with("importance", names(draft.conditions().importance()))
                .with("complexity", names(draft.conditions().complexity()))
                .toMap())
        .with("priority", draft.priority())
        .with("enabled", draft.enabled())
        .with("created_at", rule().createdAt())
        .with("updated_at", rule().updatedAt())
        .with("version", rule().version())
        .toMap();
  }

  private static List<String> names(Collection<? extends Enum<?>> values) {
    return values.stream().sorted().map(it -> it.name().toLowerCase(Locale.ROOT)).toList();
  }

  /** It decides from now on. */
  record Created(Actor actor, Instant occurredAt, OrchestrationRule rule)
      implements OrchestrationRuleEvent {
    @Override
    public String type() {
      return "orchestration_rule.created";
    }
  }

  /** It decides otherwise. */
  record Updated(Actor actor, Instant occurredAt, OrchestrationRule rule)
      implements OrchestrationRuleEvent {
    @Override
    public String type() {
      return "orchestration_rule.updated";
    }
  }

  /** It decides nothing any more; the data says no more than when. */
  record Deleted(Actor actor, Instant occurredAt, OrchestrationRule rule)
      implements OrchestrationRuleEvent {
    @Override
    public String type() {
      return "orchestration_rule.deleted";
    }

    @Override
    public Map<String, @Nullable Object> data() {
      return new Snapshot().with("id", rule().id()).with("deleted_at", occurredAt()).toMap();
    }
  }
}
