package dev.colloquy.identity.domain;

import dev.colloquy.shared.domain.Actor;
import dev.colloquy.shared.domain.Audience;
import dev.colloquy.shared.domain.DomainEvent;
import dev.colloquy.shared.domain.Snapshot;
import dev.colloquy.shared.domain.Subject;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What happens to the keys that sign access tokens; administrators see it. */
public sealed interface SigningKeyEvent extends DomainEvent {

  /** A new key signs from now on. */
  record Rotated(Actor actor, Instant occurredAt, SigningKey key) implements SigningKeyEvent {
    @Override
    public String type() {
      return "signing_key.rotated";
    }

    @Override
    public Subject subject() {
      return new Subject("signing_key", UUID.fromString(key.id()));
    }

    @Override
    public Audience audience() {
      return new Audience.Administrators();
    }

    @Override
    public Map<String, @Nullable Object> data() {
      return new Snapshot().with("kid", key.id()).with("created_at", key.createdAt()).toMap();
    }
  }
}
