package dev.colloquy.identity.domain;

import dev.colloquy.shared.domain.Actor;
import dev.colloquy.shared.domain.Audience;
import dev.colloquy.shared.domain.DomainEvent;
import dev.colloquy.shared.domain.Snapshot;
import dev.colloquy.shared.domain.Subject;
import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What happens to an API key; its user sees it. The secret is in none of them. */
public sealed interface ApiKeyEvent extends DomainEvent {

  ApiKey key();

  @Override
  default Subject subject() {
    return new Subject("api_key", key().id().value());
  }

  @Override
  default Audience audience() {
    return new Audience.OneUser(key().user());
  }

  @Override
  default Map<String, @Nullable Object> data() {
    return new Snapshot()
        .with("id", key().id())
        .with("name", key().draft().name())
        .with("prefix", key().shown())
        .with("scopes", key().draft().scopes())
        .with("workspace_id", key().workspace())
        .with("expires_at", key().draft().expiresAt())
        .with("last_used_at", key().lastUsedAt())
        .with("metadata", key().draft().metadata())
        .with("created_at", key().createdAt())
        .with("updated_at", key().updatedAt())
        .with("version", key().version())
        .toMap();
  }

  /** Somebody made a key. */
  record Created(Actor actor, Instant occurredAt, ApiKey key) implements ApiKeyEvent {
    @Override
    public String type() {
      return "api_key.created";
    }
  }

  /** Name, scopes, expiry or metadata changed. */
  record Updated(Actor actor, Instant occurredAt, ApiKey key) implements ApiKeyEvent {
    @Override
    public String type() {
      return "api_key.updated";
    }
  }

  /** The key is gone; the data says no more than when. */
  record Deleted(Actor actor, Instant occurredAt, ApiKey key) implements ApiKeyEvent {
    @Override
    public String type() {
      return "api_key.deleted";
    }

    @Override
    public Map<String, @Nullable Object> data() {
      return new Snapshot().with("id", key().id()).with("deleted_at", occurredAt).toMap();
    }
  }
}
