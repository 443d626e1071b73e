package dev.colloquy.model.domain;

import dev.colloquy.shared.domain.Actor;
import dev.colloquy.shared.domain.Audience;
import dev.colloquy.shared.domain.DomainEvent;
import dev.colloquy.shared.domain.Snapshot;
import dev.colloquy.shared.domain.Subject;
import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What happens to a provider; administrators see it. Its key is in none of it. */
public sealed interface ProviderEvent extends DomainEvent {

  /** The provider after the change. */
  Provider provider();

  @Override
  default Subject subject() {
    return new Subject("provider", provider().id().value());
  }

  @Override
  default Audience audience() {
    return new Audience.Administrators();
  }

  @Override
  default Map<String, @Nullable Object> data() {
    ProviderDraft draft = provider().draft();
    return new Snapshot()
        .with("id", provider().id())
        .with("name", draft.name())
        .with("kind", draft.kind())
        .with("base_url", draft.baseUrl())
        .with("api_key_last4", provider().key().map(SealedKey::hint))
        .with("dialect", dialect(draft.dialect()))
        .with("status", draft.status())
        .with("rate_limit_per_minute", draft.callsPerMinute())
        .with("last_health_check", provider().lastCheck().map(ProviderEvent::check))
        .with("created_at", provider().createdAt())
        .with("updated_at", provider().updatedAt())
        .with("version", provider().version())
        .toMap();
  }

  private static Map<String, @Nullable Object> dialect(Dialect dialect) {
    return new Snapshot()
        .with("max_tokens_field", dialect.maxTokensField())
        .with("stream_options", dialect.streamOptions())
        .with("developer_role", dialect.developerRole())
        .with("headers", dialect.headers())
        .toMap();
  }

  private static Map<String, @Nullable Object> check(HealthCheck check) {
    return new Snapshot()
        .with("checked_at", check.at())
        .with("ok", check.isOk())
        .with("latency_ms", check.latency().toMillis())
        .with("error", check.failure().map(ProviderEvent::failure))
        .toMap();
  }

  private static Map<String, @Nullable Object> failure(HealthCheck.Failure failure) {
    return new Snapshot().with("code", failure.code()).with("detail", failure.detail()).toMap();
  }

  /** It was set up. */
  record Created(Actor actor, Instant occurredAt, Provider provider) implements ProviderEvent {
    @Override
    public String type() {
      return "provider.created";
    }
  }

  /** It was set up otherwise, or has another key. */
  record Updated(Actor actor, Instant occurredAt, Provider provider) implements ProviderEvent {
    @Override
    public String type() {
      return "provider.updated";
    }
  }

  /** It was tried. */
  record Tested(Actor actor, Instant occurredAt, Provider provider) implements ProviderEvent {
    @Override
    public String type() {
      return "provider.tested";
    }
  }

  /** It is gone. */
  record Deleted(Actor actor, Instant occurredAt, Provider provider) implements ProviderEvent {
    @Override
    public String type() {
      return "provider.deleted";
    }

    @Override
    public Map<String, @Nullable Object> data() {
      return new Snapshot().with("id", provider().id()).toMap();
    }
  }
}
