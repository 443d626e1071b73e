package dev.colloquy.event.domain;

import dev.colloquy.shared.domain.Audience;
import dev.colloquy.shared.domain.RecordedEvent;
import dev.colloquy.shared.domain.Subject;
import dev.colloquy.shared.domain.WorkspaceId;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** Events at a place in the feed, for tests. */
final class Events {

  static final Instant NOW = Instant.parse("2026-01-01T00:00:00Z");

  private Events() {}

  static RecordedEvent about(String type, UUID subject, Map<String, Object> data) {
    return event(type, subject, Optional.empty(), new Audience.Nobody(), data);
  }

  static RecordedEvent inWorkspace(String type, UUID workspace, Map<String, Object> data) {
    return event(
        type,
        UUID.randomUUID(),
        Optional.of(new WorkspaceId(workspace)),
        new Audience.Members(new WorkspaceId(workspace)),
        data);
  }

  static RecordedEvent forAdministrators() {
    return event(
        "user.locked_out",
        UUID.randomUUID(),
        Optional.empty(),
        new Audience.Administrators(),
        Map.of());
  }

  private static RecordedEvent event(
      String type,
      UUID subject,
      Optional<WorkspaceId> workspace,
      Audience audience,
      Map<String, Object> data) {
    return new RecordedEvent(
        1,
        UUID.randomUUID(),
        type,
        1,
        NOW,
        "person",
        Optional.empty(),
        workspace,
        Optional.empty(),
        new Subject("thing", subject),
        UUID.randomUUID(),
        audience,
        Map.copyOf(data));
  }
}
