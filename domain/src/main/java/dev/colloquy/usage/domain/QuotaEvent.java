package dev.colloquy.usage.domain;

import dev.colloquy.shared.domain.Actor;
import dev.colloquy.shared.domain.Audience;
import dev.colloquy.shared.domain.DomainEvent;
import dev.colloquy.shared.domain.Snapshot;
import dev.colloquy.shared.domain.Subject;
import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What happens to quotas; administrators see it. */
public sealed interface QuotaEvent extends DomainEvent {

  /** The quota after the change. */
  Quota quota();

  @Override
  default Subject subject() {
    return new Subject("quota", quota().id().value());
  }

  @Override
  default Audience audience() {
    return new Audience.Administrators();
  }

  @Override
  default Map<String, @Nullable Object> data() {
    return new Snapshot()
        .with("id", quota().id())
        .with("subject", quota().subject().kind())
        .with("subject_id", quota().subject().id())
        .with("tier", quota().subject().tier())
        .with("metric", quota().metric())
        .with("period", quota().period())
        .with("limit", quota().limit())
        .with("created_at", quota().createdAt())
        .with("updated_at", quota().updatedAt())
        .with("version", quota().version())
        .toMap();
  }

  /** Somebody is limited from now on. */
  record Created(Actor actor, Instant occurredAt, Quota quota) implements QuotaEvent {
    @Override
    public String type() {
      return "quota.created";
    }
  }

  /** It allows more or less. */
  record Updated(Actor actor, Instant occurredAt, Quota quota) implements QuotaEvent {
    @Override
    public String type() {
      return "quota.updated";
    }
  }

  /** It limits nothing any more; the data says no more than when. */
  record Deleted(Actor actor, Instant occurredAt, Quota quota) implements QuotaEvent {
    @Override
    public String type() {
      return "quota.deleted";
    }

    @Override
    public Map<String, @Nullable Object> data() {
      return new Snapshot().with("id", quota().id()).with("deleted_at", occurredAt()).toMap();
    }
  }
}
