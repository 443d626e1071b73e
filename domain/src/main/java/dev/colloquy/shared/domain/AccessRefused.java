package dev.colloquy.shared.domain;

import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Somebody known was not let in. It goes to nobody, only to the record.
 *
 * @param action what was tried, such as "POST /api/v1/workspaces/{id}/archive"
 * @param target what it was tried on, where that is known
 * @param code the refusal's code
 */
public record AccessRefused(
    Actor actor, Instant occurredAt, String action, Optional<Subject> target, String code)
    implements DomainEvent {

  @Override
  public String type() {
    return "access.refused";
  }

  /** What it was tried on; else the command itself, which had no other effect. */
  @Override
  public Subject subject() {
    return target.orElseGet(() -> new Subject("command", actor.origin().command()));
  }

  @Override
  public Audience audience() {
    return new Audience.Nobody();
  }

  @Override
  public Map<String, @Nullable Object> data() {
    return new Snapshot().with("action", action).with("code", code).toMap();
  }
}
